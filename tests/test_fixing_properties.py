"""Programs made by Hypothesis around the shapes that rewriters change: only what is meant changes."""

from __future__ import annotations

import ast
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from celerylint.core.rewrite import (
    AddArguments,
    CallOnCommit,
    DeferCall,
    DropArgument,
    MakeTuple,
    MoveOptions,
    PutTaskAbove,
    RaiseCall,
    Rewrite,
    RunCoroutine,
    SetValue,
    SpareException,
    TakeAttribute,
    TakeSelf,
    WrapValue,
)
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError
from celerylint.fixing.apply import edited
from celerylint.fixing.rewriters import changes_for

few = settings(max_examples=60, deadline=None)
VALUES = [
    "1",
    "(2)",
    "f'{a!r:>{b}}'",
    "lambda x: x",
    "[y for y in z]",
    "(w := 3)",
    "{'k': 'é'}",
    "a if b else c",
    "'''t\n'''",
]
ARGUMENTS = [*VALUES, *(f"{name}={value}" for name, value in zip("cdefghijk", VALUES, strict=False))]
BREAKS = [" ", "", "\n", "  # why\n", "\n\n    # above\n", "\\\n"]
FRAMES = [
    "CALL",
    "if x: CALL  # one line",
    "def f():\n    'text'\n    CALL",
    "class A:\n\tdef f(self):\n\t\tif x: pass\n\t\tCALL; y = 1",
    "async def f():\n    async with a as b, c: CALL",
    "try:\n    pass\nexcept* E:\n    CALL\n\n\n",
    "é = 'é'; CALL",
]


@st.composite
def calls(draw: st.DrawFn) -> str:
    """A call of `obj.job` with arguments in an order that Python takes, broken over lines in any way."""
    placed = draw(st.lists(st.sampled_from(ARGUMENTS[: len(VALUES)]), max_size=2))
    named = draw(st.lists(st.sampled_from(ARGUMENTS[len(VALUES) :]), max_size=3, unique_by=lambda each: each[0]))
    arguments = [*placed, *draw(st.sampled_from([[], ["*more"]])), *named, *draw(st.sampled_from([[], ["**rest"]]))]
    text = "obj.job(" + draw(st.sampled_from(BREAKS))
    for index, argument in enumerate(arguments):
        is_last = index == len(arguments) - 1
        text += argument + ("," if not is_last or draw(st.booleans()) else "") + draw(st.sampled_from(BREAKS))
    return text + ")"


def programs() -> st.SearchStrategy[tuple[str, Span]]:
    """A program, and the place of the call in it."""

    def framed(call: str, frame: str) -> tuple[str, Span]:
        before, _, after = frame.partition("CALL")
        text = f"import x\n{before}{call}{after}"
        start = len("import x\n" + before)
        end = start + len(call)
        first, last = text[:start].count("\n"), text[:end].count("\n")
        columns = start - text.rfind("\n", 0, start) - 1, end - text.rfind("\n", 0, end) - 1
        return text, Span(first + 1, columns[0], last + 1, columns[1])

    return st.builds(framed, calls(), st.sampled_from(FRAMES))


def parsed(text: str) -> ast.Module | None:
    try:
        compile(text, "made", "exec")
        return ast.parse(text)
    except SyntaxError:
        return None


def only_changes(program: tuple[str, Span], rewrite: Rewrite, change: Callable[[ast.Call, ast.Module], object]) -> None:
    """The rewritten text is the tree that `change` makes of the call; or the rewriter says why not."""
    text, span = program
    tree = parsed(text)
    if tree is None:
        return
    try:
        file = Anchors(text)
        edits = file.edits(list(changes_for(file, rewrite)))
    except UnfitError:
        return
    result = edited(text, edits)
    (call,) = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.lineno == span.line and _is_job(node)
    ]
    change(call, tree)
    assert ast.dump(ast.parse(result)) == ast.dump(ast.parse(ast.unparse(ast.fix_missing_locations(tree))))
    for line in text.split("\n"):
        if "#" in line and not isinstance(rewrite, DropArgument):
            assert line.partition("#")[2] in result


def _is_job(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "job"


@few
@given(programs())
def test_an_argument_is_added_and_nothing_else(program: tuple[str, Span]) -> None:
    def change(call: ast.Call, _: ast.Module) -> None:
        call.keywords.insert(0, ast.keyword("new", ast.Constant(0)))

    only_changes(program, AddArguments(program[1], (("new", "0"),)), change)


@few
@given(programs())
def test_a_call_is_raised_and_nothing_else(program: tuple[str, Span]) -> None:
    def change(call: ast.Call, tree: ast.Module) -> None:
        class Raising(ast.NodeTransformer):
            def visit_Expr(self, node: ast.Expr) -> ast.stmt:
                return ast.Raise(exc=call) if node.value is call else node

        Raising().visit(tree)

    only_changes(program, RaiseCall(program[1]), change)


@few
@given(programs(), st.sampled_from("cdefghijk"))
def test_an_argument_is_dropped_and_nothing_else(program: tuple[str, Span], name: str) -> None:
    text = program[0]
    tree = parsed(text)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == name] if tree else []
    if not found:
        return
    keyword = found[0]
    lines = text.split("\n")
    columns = [
        len(lines[row - 1].encode()[:column].decode())
        for row, column in (
            (keyword.lineno, keyword.col_offset),
            (keyword.end_lineno or 0, keyword.end_col_offset or 0),
        )
    ]

    def change(call: ast.Call, _: ast.Module) -> None:
        call.keywords = [each for each in call.keywords if each.arg != name]

    place = Span(keyword.lineno, columns[0], keyword.end_lineno or 0, columns[1])
    only_changes(program, DropArgument(place), change)


@few
@given(programs())
def test_an_option_is_moved_behind_a_signature(program: tuple[str, Span]) -> None:
    def change(call: ast.Call, tree: ast.Module) -> None:
        moved = [each for each in call.keywords if each.arg in ("c", "d")]
        inner = ast.Call(call.func, call.args, [each for each in call.keywords if each not in moved])
        call.func, call.args, call.keywords = ast.Attribute(inner, "set", ast.Load()), [], moved

    only_changes(program, MoveOptions(program[1], ("c", "d")), change)


@few
@given(
    st.sampled_from(["", "a", "a, /", "*, a", "*a", "**a", "a=1, *b", "\n  a,  # c\n", "a: 'é' = (1),"]),
    st.sampled_from(FRAMES),
)
def test_self_is_taken_first(parameters: str, frame: str) -> None:
    text = frame.replace("CALL", "pass") + f"\n@d\ndef job({parameters}) -> None: ...\n"
    row = text[: text.index("def job")].count("\n") + 1
    if parsed(text) is None:
        return
    file = Anchors(text)
    result = edited(text, file.edits(list(changes_for(file, TakeSelf(Span(row, 0, row, 7))))))
    (function,) = [
        node for node in ast.walk(ast.parse(result)) if isinstance(node, ast.FunctionDef) and node.name == "job"
    ]
    (before,) = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef) and node.name == "job"]
    first, *others = [*function.args.posonlyargs, *function.args.args]
    assert first.arg == "self"
    assert [each.arg for each in others] == [each.arg for each in (*before.args.posonlyargs, *before.args.args)]


def _deferred(node: ast.expr) -> ast.expr:
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), node)


def _call(name: str, node: ast.expr) -> ast.expr:
    return ast.Call(ast.parse(name, mode="eval").body, [node], [])


VALUES_CHANGED: dict[str, tuple[Callable[[Span], Rewrite], Callable[[ast.expr], ast.expr]]] = {
    "tuple": (MakeTuple, lambda node: ast.Tuple([node], ast.Load())),
    "other value": (lambda span: SetValue(span, "()"), lambda _: ast.Tuple([], ast.Load())),
    "list": (lambda span: WrapValue(span, "list"), lambda node: _call("list", node)),
    "attribute": (lambda span: TakeAttribute(span, "pk"), lambda node: ast.Attribute(node, "pk", ast.Load())),
    "lambda": (DeferCall, _deferred),
    "on commit": (CallOnCommit, lambda node: _call("transaction.on_commit", _deferred(node))),
}


@few
@given(programs(), st.sampled_from(sorted(VALUES_CHANGED)))
def test_a_value_is_changed_and_nothing_else(program: tuple[str, Span], name: str) -> None:
    rewrite, put = VALUES_CHANGED[name]

    def change(call: ast.Call, tree: ast.Module) -> None:
        class Putting(ast.NodeTransformer):
            def visit_Call(self, node: ast.Call) -> ast.expr:
                return put(node) if node is call else node

        Putting().visit(tree)
        if name == "on commit":
            tree.body.insert(1, ast.parse("from django.db import transaction").body[0])

    if name != "other value" or "#" not in program[0]:
        only_changes(program, rewrite(program[1]), change)


@few
@given(programs())
def test_an_exception_is_spared_and_nothing_else(program: tuple[str, Span]) -> None:
    tree = parsed(program[0])
    keywords = [node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "c"] if tree else []
    if not keywords:
        return
    (keyword,) = keywords
    lines = program[0].split("\n")
    start = len(lines[keyword.lineno - 1].encode()[: keyword.col_offset].decode())
    end = len(lines[(keyword.end_lineno or 0) - 1].encode()[: keyword.end_col_offset].decode())
    place = Span(keyword.lineno, start, keyword.end_lineno or 0, end)

    def change(call: ast.Call, tree: ast.Module) -> None:
        position = next(index for index, each in enumerate(call.keywords) if each.arg == "c") + 1
        spared = ast.Tuple([ast.Name("Reject", ast.Load())], ast.Load())
        call.keywords.insert(position, ast.keyword("dont_autoretry_for", spared))
        tree.body.insert(1, ast.parse("from celery.exceptions import Reject").body[0])

    only_changes(program, SpareException(place, None, "celery.exceptions.Reject"), change)


@few
@given(
    st.lists(st.sampled_from(["a", "b.c(1)", "d(  # why\n    1,\n)", "(e)  # é"]), max_size=3),
    st.lists(st.sampled_from(["a", "b.c(1)"]), max_size=2),
    st.sampled_from(["", "async "]),
)
def test_the_task_comes_above_and_nothing_else(before: list[str], after: list[str], kind: str) -> None:
    text = "".join(f"@{line}\n" for line in ["timed", *before, "app.task(x=1)", *after]) + f"{kind}def job(): pass\n"
    made_at = text[: text.index("@app.task")].count("\n") + 1
    job_at = text.count("\n")
    places = Span(job_at, 0, job_at, len(kind) + 7), Span(made_at, 1, made_at, 14), Span(1, 1, 1, 6)
    file = Anchors(text)
    result = edited(text, file.edits(list(changes_for(file, PutTaskAbove(*places)))))
    (old,), (new,) = ast.parse(text).body, ast.parse(result).body
    assert isinstance(old, (ast.FunctionDef, ast.AsyncFunctionDef))
    old.decorator_list.insert(0, old.decorator_list.pop(1 + len(before)))
    assert ast.dump(new) == ast.dump(old)


@few
@given(
    st.sampled_from(["", "a", "a, /", "*, a", "*a", "**a", "a=1, *b, c, d='é', **e", "\n  a,  # c\n", "a: 'é' = (1),"]),
    st.sampled_from(["await a", "x = '''\n'''\n    await x", "'Text.'\n\n    # why\n    return 1", "'Text.'"]),
)
def test_a_coroutine_is_run_and_stays_what_it_was(parameters: str, body: str) -> None:
    text = f"import asyncio\n\n\n@d\nasync def job({parameters}) -> None:\n    {body}\n"
    file = Anchors(text)
    result = edited(text, file.edits(list(changes_for(file, RunCoroutine(Span(5, 0, 5, 13), "")))))
    before, (_, plain, below) = ast.parse(text).body[1], ast.parse(result).body
    assert isinstance(before, ast.AsyncFunctionDef)
    assert isinstance(plain, ast.FunctionDef)
    assert isinstance(below, ast.AsyncFunctionDef)
    assert (plain.name, below.name, ast.unparse(plain.decorator_list[0])) == ("job", "_job", "d")
    assert ast.dump(plain.args) == ast.dump(below.args) == ast.dump(before.args)
    assert [ast.dump(each) for each in [*plain.body[:-1], *below.body]] == [ast.dump(each) for each in before.body]
    (called,) = [
        node for node in ast.walk(plain.body[-1]) if isinstance(node, ast.Call) and "_job" in ast.dump(node.func)
    ]
    assert {each.arg for each in called.keywords if each.arg} == {each.arg for each in before.args.kwonlyargs}
