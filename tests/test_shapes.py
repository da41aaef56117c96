"""Each rewriter over the same list of shapes: a golden file an intention, in tests/shapes.

A section of a file is a shape: `=== its name`, the source with each place to rewrite between `⟦` and `⟧`, then
`--- becomes` and the result, or `--- refused: why`. What cannot have a shape says so in one line,
`=== its name does not apply: why`. `pytest tests/test_shapes.py --bless` writes the results anew.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from celerylint.core import rewrite as intentions
from celerylint.core.rewrite import Rewrite
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError
from celerylint.fixing.apply import edited
from celerylint.fixing.files import encoded
from celerylint.fixing.rewriters import changes_for

FOLDER = Path(__file__).parent / "shapes"
SHAPES = (
    "bare decorator",
    "other decorators",
    "empty call",
    "several lines",
    "trailing comma",
    "no trailing comma",
    "comments",
    "nested function",
    "class",
    "one-line if",
    "parentheses",
    "f-string",
    "walrus",
    "lambda",
    "comprehension",
)
"""Tabs and CRLF are made of each of them."""

INTENTIONS: dict[str, Callable[..., Rewrite]] = {
    "add_arguments": lambda call: intentions.AddArguments(call, (("minute", "0"),)),
    "await_argument": intentions.AwaitArgument,
    "await_call": intentions.AwaitCall,
    "bind_task": lambda decorator, function: intentions.BindTask(decorator, function, lacks_self=True),
    "call_first": lambda handler: intentions.CallFirst(handler, "session.rollback()"),
    "call_in_finally": lambda start: intentions.CallInFinally(start, False, "engine.dispose()", None),
    "call_in_finally.moved": lambda start, call: intentions.CallInFinally(start, True, "engine.dispose()", call),
    "call_instead": lambda call: intentions.CallInstead(call, "time.sleep"),
    "call_method": lambda *calls: intentions.CallMethod(calls, "s"),
    "call_on_commit": intentions.CallOnCommit,
    "catch_instead": lambda exception: intentions.CatchInstead(exception, "celery.exceptions"),
    "clone_chain": lambda *names: intentions.CloneChain(names),
    "compare": lambda comparison: intentions.Compare(comparison, ">="),
    "defer_call": intentions.DeferCall,
    "drop_argument": intentions.DropArgument,
    "get_from_session": intentions.GetFromSession,
    "give_zone": intentions.GiveZone,
    "guard_call": intentions.GuardCall,
    "import_from": lambda alias: intentions.ImportFrom(alias, "celery", "shared_task"),
    "load_eagerly": lambda query, model: intentions.LoadEagerly(query, model, "lines"),
    "make_tuple": intentions.MakeTuple,
    "move_options": lambda call: intentions.MoveOptions(call, ("countdown",)),
    "name_arguments": lambda argument: intentions.NameArguments(((argument, "exc"),)),
    "open_in_with": lambda call: intentions.OpenInWith(call, is_async=False),
    "open_in_with.async": lambda call: intentions.OpenInWith(call, is_async=True),
    "or_empty": intentions.OrEmpty,
    "pass_log_values": intentions.PassLogValues,
    "put_task_above": lambda other, decorator, function: intentions.PutTaskAbove(function, decorator, other),
    "raise_at_end": intentions.RaiseAtEnd,
    "raise_call": intentions.RaiseCall,
    "rename_key": lambda key: intentions.RenameKey(key, "max_retries"),
    "reraise_first": lambda *handlers: intentions.ReraiseFirst(handlers, ("celery.exceptions.Retry",)),
    "return_call": intentions.ReturnCall,
    "run_call": lambda call: intentions.RunCall(call, ""),
    "run_coroutine": lambda function: intentions.RunCoroutine(function, "run_async"),
    "run_with": lambda call: intentions.RunWith(call, "run_async"),
    "savepoint_per_item": lambda handler: intentions.SavepointPerItem(handler, "session", is_async=False),
    "savepoint_per_item.async": lambda handler: intentions.SavepointPerItem(handler, "session", is_async=True),
    "set_value": lambda value: intentions.SetValue(value, "True"),
    "share_task": intentions.ShareTask,
    "sign_task": intentions.SignTask,
    "spare_exception": lambda option: intentions.SpareException(option, None, "celery.exceptions.Reject"),
    "spare_exception.listed": lambda listed: intentions.SpareException(listed, listed, "celery.exceptions.Reject"),
    "take_attribute": lambda value: intentions.TakeAttribute(value, "pk"),
    "take_before": intentions.TakeBefore,
    "take_keywords": intentions.TakeKeywords,
    "take_seconds": intentions.TakeSeconds,
    "take_self": intentions.TakeSelf,
    "use_null_pool": intentions.UseNullPool,
    "wrap_value": lambda value: intentions.WrapValue(value, "list"),
}
"""By the name of its file, each intention from its places in the order in which they begin; behind a dot what is other
than in the first file of that intention."""

LOSES_COMMENTS = {"drop_argument"}  # what is said about the argument goes with it
EDITS_ITS_FUNCTION = {"open_in_with", "run_coroutine", "savepoint_per_item", "take_before"}


class Shape(NamedTuple):
    """A section of a golden file."""

    name: str
    source: str
    ending: str  # `becomes`, `refused: why` or `does not apply: why`
    result: str


def read(name: str) -> list[Shape]:
    shapes = []
    for section in re.split(r"^=== ", (FOLDER / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = section.partition("\n")
        source, _, rest = body.partition("--- ")
        ending, _, result = rest.partition("\n")
        shape, left_out, why = head.partition(" does not apply: ")
        shapes.append(Shape(shape, source, left_out[1:] + why if left_out else ending, result))
    return shapes


def written(shape: Shape) -> str:
    if shape.ending.startswith("does not apply"):
        return f"=== {shape.name} {shape.ending}\n"
    return f"=== {shape.name}\n{shape.source}--- {shape.ending}\n{shape.result}"


def places_in(source: str) -> tuple[str, list[Span]]:
    """A source without its marks, and what stood between them, in the order in which that begins."""
    text = ""
    opened: list[tuple[int, int]] = []
    spans: list[Span] = []
    for part in re.split("([⟦⟧])", source):
        if part == "⟦":
            opened.append(_place(text))
        elif part == "⟧":
            spans.append(Span(*opened.pop(), *_place(text)))
        else:
            text += part
    return text, sorted(spans)


def _place(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n") - 1


def rewritten(name: str, source: str) -> tuple[str, str]:
    """How it ends, and the result."""
    text, spans = places_in(source)
    file = Anchors(text)
    try:
        result = edited(text, file.edits(list(changes_for(file, INTENTIONS[name](*spans)))))
    except UnfitError as error:
        return f"refused: {error}", ""
    return "becomes", result


def comments(text: str) -> Counter[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


def outside(source: str, everywhere: bool) -> Counter[str]:
    """What the statements say that hold no place to rewrite; imports apart, which rewriters add to."""
    text, spans = places_in(source)
    tree = ast.parse(text)
    statements = [node for node in (ast.walk(tree) if everywhere else tree.body) if isinstance(node, ast.stmt)]
    kept = [
        node
        for node in statements
        if not isinstance(node, (ast.Import, ast.ImportFrom))
        and not any(_first_line(node) <= span.line <= (node.end_lineno or 0) for span in spans)
    ]
    return Counter(map(ast.dump, kept))


def _first_line(node: ast.stmt) -> int:
    parts: list[ast.stmt | ast.expr] = [node, *getattr(node, "decorator_list", [])]
    return min(part.lineno for part in parts)


names = pytest.mark.parametrize("name", INTENTIONS)


def applied(name: str) -> list[Shape]:
    return [shape for shape in read(name) if not shape.ending.startswith("does not apply")]


def test_every_intention_has_a_file() -> None:
    kinds = {kind for kind in vars(intentions).values() if isinstance(kind, type) and hasattr(kind, "_fields")}
    named = {re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower() for kind in kinds - {Span}}
    assert {name.partition(".")[0] for name in INTENTIONS} == named
    assert set(INTENTIONS) == {path.stem for path in FOLDER.iterdir()}


@names
def test_every_shape_is_there_or_says_why_not(name: str) -> None:
    assert tuple(shape.name for shape in read(name)) == SHAPES
    assert (FOLDER / f"{name}.txt").read_text("utf-8") == "".join(map(written, read(name)))


@names
def test_each_shape_becomes_its_golden(name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--bless"):
        blessed = {shape.name: Shape(*shape[:2], *rewritten(name, shape.source)) for shape in applied(name)}
        sections = [written(blessed.get(shape.name, shape)) for shape in read(name)]
        (FOLDER / f"{name}.txt").write_text("".join(sections), "utf-8")
    for shape in applied(name):
        assert rewritten(name, shape.source) == (shape.ending, shape.result), shape.name


@names
def test_with_tabs(name: str) -> None:
    for shape in applied(name):
        ending, result = rewritten(name, shape.source.replace("    ", "\t"))
        assert (ending, result) == (shape.ending, shape.result.replace("    ", "\t")), shape.name


@names
def test_with_crlf(name: str) -> None:
    for shape in applied(name):
        text, _ = places_in(shape.source)
        data = text.encode().replace(b"\n", b"\r\n")
        if shape.ending == "becomes":
            assert encoded(data, text, shape.result) == shape.result.encode().replace(b"\n", b"\r\n"), shape.name


@names
def test_what_is_not_rewritten_stays(name: str) -> None:
    for shape in applied(name):
        text, spans = places_in(shape.source)
        assert spans, shape.name
        compile(text, shape.name, "exec")
        if shape.ending == "becomes":
            compile(shape.result, shape.name, "exec")
            everywhere = name.partition(".")[0] not in EDITS_ITS_FUNCTION
            after = Counter(ast.dump(node) for node in ast.walk(ast.parse(shape.result)) if isinstance(node, ast.stmt))
            assert not outside(shape.source, everywhere) - after, shape.name
            assert name in LOSES_COMMENTS or not comments(text) - comments(shape.result), shape.name
