"""Names that are bound in a `try` only, and read after it."""

from __future__ import annotations

import sys

import pytest

from celerylint.facts.unbound_name import UnboundName
from tests.build import indented, module_of, under

TASK = """\
import time
from celery import shared_task
def again(error): raise error
@shared_task(bind=True)
def job(self, a, b=None):
"""
TRY = "try: x = a()\nexcept Exception: log.error(a)\n"


def reads(body: str) -> list[str]:
    """Where in the body of a bound task unbound names are read, by line and name."""
    module = module_of(TASK + indented(body))
    first = TASK.count("\n")
    return [f"{fact.span.line - first}:{under(module, fact)}" for fact in module.all(UnboundName)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TRY + "return x", ["3:x"]),
        (TRY + "a(b, x.y[0])", ["3:x"]),
        (TRY + "if x: a()", ["3:x"]),
        (TRY + "for y in x: a()", ["3:x"]),
        (TRY + "with x: a()", ["3:x"]),
        (TRY + "b = [y for y in x]", ["3:x"]),
        (TRY + "x += 1", []),
        (TRY + "b()\na(x)\na(x)", ["4:x"]),
        ("x: int\n" + TRY + "return x", ["4:x"]),
        ("try: x, y = a()\nexcept: pass\nreturn y, x", ["3:y"]),
        ("try:\n    with a() as x: b()\nexcept OSError: pass\nreturn x", ["4:x"]),
        ("try:\n    for y in a(): x = y\nexcept OSError: pass\nreturn x", ["4:x"]),
        ("try: a()\nexcept Exception: log.error(a)\nelse: x = 1\nreturn x", []),
        ("try:\n    b = time.time()\n    x = a()\nexcept Exception as e: b = str(e)\nreturn x", ["5:x"]),
        ("for y in a:\n" + indented(TRY + "b(x)"), ["4:x"]),
        ("def inner():\n" + indented(TRY + "return x") + "return inner()", ["4:x"]),
    ],
)
def test_what_is_read_unbound(body: str, expected: list[str]) -> None:
    assert reads(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "x = None\n" + TRY + "return x",
        TRY + "x = 1\nreturn x",
        TRY.replace("log.error(a)", "x = 1") + "return x",
        TRY.replace("log.error(a)", "raise") + "return x",
        TRY.replace("log.error(a)", "return") + "return x",
        TRY.replace("log.error(a)", "a.error('exits')") + "return x",
        TRY.replace("log.error(a)", "a.abort()") + "return x",
        TRY.replace("Exception:", "Exception as e:").replace("log.error(a)", "again(e)") + "return x",
        TRY.replace("Exception:", "Exception as e:").replace("log.error(a)", "note(e)") + "return x",
        TRY.replace("Exception:", "Exception as e:").replace("log.error(a)", "wrap(note)(e)") + "return x",
        TRY + "finally: return 1",
        TRY + "return b and x",
        TRY + "return x if b else None",
        TRY + "f = lambda: x",
        TRY + "return [x for y in b]",
        TRY + "if b: return 1\nreturn x",
        TRY + "if b: raise\nreturn x",
        TRY + "if b: a(x)",
        TRY + "try: a(x)\nexcept NameError: pass",
        TRY + "if 'x' in locals(): pass\nreturn x",
        TRY + "def f(): return x",
        "global x\n" + TRY + "return x",
        "try: x = 1\nexcept Exception: pass\nreturn x",
        "try:\n    x = {}\n    a()\nexcept Exception: pass\nreturn x",
        "try:\n    x = time.time()\n    a()\nexcept Exception: pass\nreturn x",
        "try:\n    x = a()\n    b()\nexcept OSError: pass\nreturn x",
        "try: [x for x in a()]\nexcept OSError: pass\nreturn x",
        "for y in range(3):\n    try:\n        x = a()\n        break\n    except OSError: pass\nreturn x",
        "try: x = a()\nfinally: b()\nreturn x",
    ],
)
def test_what_is_bound_or_may_not_be_read(body: str) -> None:
    assert reads(body) == []


@pytest.mark.skipif(sys.version_info < (3, 11), reason="newer grammar")
def test_a_handler_of_groups_goes_on_too() -> None:
    assert reads("try: x = a()\nexcept* OSError: pass\nreturn x") == ["3:x"]
