"""Programs made by Hypothesis around blocks and handlers: only what is meant changes."""

from __future__ import annotations

import ast
import re

from hypothesis import given
from hypothesis import strategies as st

from celerylint.core.rewrite import (
    CallFirst,
    CallInFinally,
    OpenInWith,
    RaiseAtEnd,
    ReraiseFirst,
    Rewrite,
    SavepointPerItem,
)
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError
from celerylint.fixing.apply import edited
from celerylint.fixing.rewriters import changes_for
from tests.test_fixing_properties import few, parsed

STATEMENTS = [
    "work()",
    "work()  # c",
    "# about\nwork(\n    1,  # c\n)",
    "x = '''a\n  b\n'''",
    "if a: b(); c()",
    "for a in b:\n\n    # in\n    c(f'{a!r:>{b}}')\nelse: pass\n# after",
    "with a as b, \\\n        c: d()",
    "def g(x=(y := 1)): return lambda: [z for z in x]",
    "try:\n    a()\nexcept B: pass",
    "try: a()\nfinally:\n    b()",
    "n += 1",
    "@d\nclass C:\n    'é'",
    "return",
]
HEADS = {"def f():": "    ", "class A:\n  async def f(self):  # c": "      ", "def f():\n\tif x:": "\t\t"}


def indented(text: str, step: str) -> str:
    """Lines one step further in, but for those inside of a text."""
    of_text = ("  b", "'''")
    return "\n".join(line if not line or line in of_text else step + line for line in text.split("\n"))


@st.composite
def bodies(draw: st.DrawFn, least: int = 1) -> str:
    """Statements, one below the other, that may have empty lines between them."""
    found = draw(st.lists(st.sampled_from(STATEMENTS), min_size=least, max_size=4))
    return draw(st.sampled_from(["\n", "\n\n"])).join(found)


def framed(head: str, body: str) -> str:
    """A function with a body."""
    return f"from celery.exceptions import Retry\n{head}\n{indented(body, HEADS[head])}\n# end\n"


def place_in(text: str, part: str) -> Span:
    """The place of a part of one line that stands once in a text."""
    (row,) = [row for row, line in enumerate(text.split("\n"), 1) if part in line]
    column = text.split("\n")[row - 1].index(part)
    return Span(row, column, row, column + len(part))


def becomes(text: str, rewrite: Rewrite, expected: str) -> None:
    """The rewritten text is the tree that is expected, with the same comments; or the rewriter says why not."""
    assert parsed(text)
    try:
        file = Anchors(text)
        result = edited(text, file.edits(list(changes_for(file, rewrite))))
    except UnfitError:
        return
    assert ast.dump(ast.parse(result)) == ast.dump(ast.parse(expected))
    assert sorted(re.findall("#.*", result)) == sorted(re.findall("#.*", text))


@few
@given(bodies(least=0), bodies(), st.sampled_from(list(HEADS)))
def test_a_session_is_closed_and_nothing_else(before: str, after: str, head: str) -> None:
    before = f"{before}\n" if before else ""
    text = framed(head, f"{before}s = make()\n{after}")
    place = place_in(text, "make()")
    opened = framed(head, f"{before}with make() as s:\n{indented(after, '    ')}")
    becomes(text, OpenInWith(place, is_async=False), opened)
    is_open = after == "try:\n    a()\nexcept B: pass"
    tried = after if is_open else f"try:\n{indented(after, '    ')}"
    closed = framed(head, f"{before}s = make()\n{tried}\nfinally: e.end()")
    becomes(text, CallInFinally(place, False, "e.end()", None), closed)


@few
@given(bodies(), bodies(), st.sampled_from(list(HEADS)))
def test_a_handler_gets_what_it_lacks_and_nothing_else(work: str, handler: str, head: str) -> None:
    def program(work: str, handlers: str) -> str:
        return framed(head, f"try:\n{work}\n{handlers}")

    work, handler = indented(work, "    "), indented(handler, "    ")
    kept = f"except K as k:  # h\n{handler}"
    text = program(work, kept)
    header = place_in(text, "except K as k")
    again = program(work, f"except Retry: raise\n{kept}")
    becomes(text, ReraiseFirst((header,), ("celery.exceptions.Retry",)), again)
    becomes(text, CallFirst(header, "s.rollback()"), program(work, f"except K as k:\n    s.rollback()\n{handler}"))
    ended = handler.removesuffix("return") + "raise" if handler.endswith("return") else f"{handler}\n    raise"
    becomes(text, RaiseAtEnd(header), program(work, f"except K as k:\n{ended}"))
    lines = work.split("\n")
    count = len(lines)
    while count > 1 and lines[count - 1].strip() in ("n += 1", "") and any(map(str.strip, lines[: count - 1])):
        count -= 1
    inner = indented("\n".join(lines[:count]), "    ")
    saved = "\n".join([f"    with s.begin_nested():\n{inner}", *lines[count:]])
    becomes(text, SavepointPerItem(header, "s", is_async=False), program(saved, kept))
