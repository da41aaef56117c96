"""The ways out of a block, and in which states."""

from __future__ import annotations

import ast
import sys

import pytest

from celerylint.syntax.flow import (
    block_nodes,
    handler_around,
    handlers_around,
    is_in_lambda,
    is_tested,
    leaves_block,
    next_statement,
    outcomes,
    tries_around,
)
from celerylint.syntax.index import Index
from tests.build import dedented, module_of, node_at


class Marks:
    """A state is the letters of the calls made so far: `a()` adds an `a`; `boom()` may raise before it is done."""

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        raised = None
        calls = [part for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
        for call in sorted(calls, key=lambda part: part.col_offset):
            assert isinstance(call.func, ast.Name)
            if call.func.id == "boom":
                raised = state
            elif len(call.func.id) == 1:
                state = "".join(sorted({*state, call.func.id}))
        return state, raised

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        return state + ")"

    def assume(self, test: ast.expr, state: str) -> bool | None:
        return "a" in state if isinstance(test, ast.Name) and test.id == "has_a" else None

    def catches_all(self, handler: ast.ExceptHandler) -> bool:
        return handler.type is None

    def suppresses(self, node: ast.With | ast.AsyncWith) -> bool:
        return "suppress" in ast.unparse(node.items[0])


def ways_out(text: str) -> dict[str, set[str]]:
    """The states of each way out of a text."""
    block = ast.parse(dedented(text)).body
    return {kind: set(states) for kind, states in outcomes(block, frozenset({""}), Marks()).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a()\nb()", {"next": {"ab"}}),
        ("return a()\nb()", {"return": {"a"}}),
        ("a()\nraise E\nb()", {"raise": {"a"}}),
        ("a()\nboom()\nb()", {"next": {"ab"}, "raise": {"a"}}),
        ("if x: a()\nelif y: b()\nelse: c()", {"next": {"a", "b", "c"}}),
        ("if x: a()", {"next": {"a", ""}}),
        ("if x: return a()\nb()", {"return": {"a"}, "next": {"b"}}),
        ("a()\nif has_a: b()\nelse: c()", {"next": {"ab"}}),
        ("if has_a: b()\nelse: c()", {"next": {"c"}}),
        ("if boom(): a()", {"raise": {""}, "next": {"", "a"}}),
        ("for x in y: a()", {"next": {"", "a"}}),
        ("for x in y: a()\nelse: b()", {"next": {"b", "ab"}}),
        ("for x in y:\n    a()\n    break\nelse: b()", {"next": {"b", "a"}}),
        ("for x in y:\n    if z: continue\n    a()\nelse: b()", {"next": {"b", "ab"}}),
        ("for x in y: return a()", {"return": {"a"}, "next": {""}}),
        ("while x: a()", {"next": {"", "a"}}),
        ("while True: a()", {}),
        ("while True:\n    a()\n    if x: break", {"next": {"a"}}),
        ("while 1:\n    a()\n    boom()", {"raise": {"a"}}),
        ("while True:\n    a()\n    if x: return b()", {"return": {"ab"}}),
        ("for x in y:\n    for z in x:\n        a()\n        break\n    b()", {"next": {"", "ab", "b"}}),
        ("with x: a()", {"next": {"a)"}}),
        ("with x: return a()", {"return": {"a)"}}),
        ("with x:\n    a()\n    boom()", {"next": {"a)"}, "raise": {"a)"}}),
        ("with suppress(E):\n    a()\n    boom()\n    b()", {"next": {"ab)", "a)"}, "raise": {"a)"}}),
        ("try: boom()\nexcept: a()", {"next": {"", "a"}}),
        ("try: boom()\nexcept E: a()", {"next": {"", "a"}, "raise": {""}}),
        ("try: a()\nexcept: b()", {"next": {"a"}}),
        ("try: boom()\nexcept: a()\nelse: b()", {"next": {"a", "b"}}),
        ("try: a()\nexcept: pass\nelse: boom()", {"next": {"a"}, "raise": {"a"}}),
        ("try: boom()\nfinally: a()", {"next": {"a"}, "raise": {"a"}}),
        ("try: return a()\nfinally: b()", {"return": {"ab"}}),
        ("try: boom()\nexcept: raise\nfinally: a()", {"next": {"a"}, "raise": {"a"}}),
        ("try: boom()\nfinally: return a()", {"return": {"a"}}),
        ("for x in y:\n    try: boom()\n    finally: break", {"next": {""}}),
        ("for x in y:\n    try:\n        a()\n        continue\n    finally: b()", {"next": {"", "ab"}}),
        ("try:\n    try: boom()\n    except E: a()\nexcept: b()", {"next": {"", "a", "b"}}),
        ("match x:\n    case 1: a()\n    case 2: return b()", {"next": {"", "a"}, "return": {"b"}}),
        ("match x:\n    case 1: a()\n    case _: b()", {"next": {"a", "b"}}),
        ("match x:\n    case 1: a()\n    case y: raise E", {"next": {"a"}, "raise": {""}}),
        ("match x:\n    case 1: a()\n    case _ if y: b()", {"next": {"", "a", "b"}}),
        ("def f(): a()", {"next": {"a"}}),
        ("pass", {"next": {""}}),
    ],
)
def test_ways_out(text: str, expected: dict[str, set[str]]) -> None:
    assert ways_out(text) == expected


@pytest.mark.skipif(sys.version_info < (3, 11), reason="newer grammar")
def test_exception_groups_are_tries() -> None:
    assert ways_out("try: boom()\nexcept* E: a()\nfinally: b()") == {"next": {"b", "ab"}, "raise": {"b"}}


def test_a_long_chain_of_elif_is_not_recursed_into() -> None:
    chain = "if x0: a()\n" + "\n".join(f"elif x{number}: a()" for number in range(1, 400))
    block = ast.parse(chain).body
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(150 + len(_stack()))
    try:
        result = outcomes(block, frozenset({""}), Marks())
    finally:
        sys.setrecursionlimit(limit)
    assert result == {"next": frozenset({"", "a"})}


def _stack() -> list[object]:
    frames: list[object] = []
    frame = sys._getframe()
    while frame.f_back is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


def test_nested_loops_do_not_multiply_the_work() -> None:
    steps: list[ast.AST] = []

    class Counting(Marks):
        def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
            steps.append(node)
            return super().step(node, state)

    text = "".join("    " * depth + "for x in y:\n" for depth in range(10)) + "    " * 10 + "a()\n"
    outcomes(ast.parse(text).body, frozenset({""}), Counting())
    assert len(steps) < 5000


def test_block_nodes_give_definitions_without_their_bodies() -> None:
    block = ast.parse("a()\ndef f(): b()\nclass C: c()\nx = lambda: d()\nif y: e()").body
    names = {
        node.func.id for node in block_nodes(block) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert names == {"a", "e"}
    assert any(isinstance(node, ast.FunctionDef) for node in block_nodes(block))


def test_the_statement_after_the_last_is_none() -> None:
    tree = ast.parse("a(b)\nc")
    first, second = tree.body
    assert next_statement(Index(tree), first.value) is second  # type: ignore[attr-defined]
    assert next_statement(Index(tree), second) is None


def test_tries_around_a_node_are_those_of_its_function_whose_body_holds_it() -> None:
    text = "try:\n try:\n  a\n except E:\n  b\nfinally:\n c\ntry:\n def f(): d\nfinally: pass"
    tree = ast.parse(text)
    names = {node.id: node for node in ast.walk(tree) if isinstance(node, ast.Name)}
    outer, inner = tree.body[0], tree.body[0].body[0]  # type: ignore[attr-defined]
    found = {name: list(tries_around(Index(tree), names[name])) for name in "abcd"}
    assert found == {"a": [inner, outer], "b": [outer], "c": [], "d": []}
    assert handlers_around(Index(tree), names["a"]) == inner.handlers


def test_the_handler_around_a_node_is_one_of_its_own_function() -> None:
    module = module_of("try: a\nexcept E:\n    b\n    run(lambda: c)\n    def f(): d")
    found = {name: handler_around(module.index, node_at(module, name)) is not None for name in "abcd"}
    assert found == {"a": False, "b": True, "c": False, "d": False}


def test_what_a_lambda_returns_stands_in_it() -> None:
    module = module_of("run(lambda: a)\ndef f(): b\nc")
    assert [is_in_lambda(module.index, node_at(module, name)) for name in "abc"] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("if x: pass", True),
        ("if not x: pass", True),
        ("while x: pass", True),
        ("assert x", True),
        ("y = 1 if x else 2", True),
        ("y = x or {}", True),
        ("y = x is None", True),
        ("y = [z for z in w if x]", True),
        ("if (y := x): pass", True),
        ("match x:\n    case None: pass", True),
        ("y = x", False),
        ("y = 1 if z else x", False),
        ("if z: use(x)", False),
        ("y = x == 1", False),
    ],
)
def test_what_decides_something_is_tested(text: str, expected: bool) -> None:
    module = module_of(text)
    assert is_tested(module.index, node_at(module, "x")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("while z:\n    x()\n    break", True),
        ("def f():\n    x()\n    return 1", True),
        ("try:\n    pass\nfinally:\n    x()\n    raise z", True),
        ("while z:\n    x()\n    if z: break", False),
        ("while z:\n    x()\n    continue", False),
    ],
)
def test_a_block_is_left_by_its_last_statement(text: str, expected: bool) -> None:
    module = module_of(text)
    statement = module.index.statement(node_at(module, "x()"))
    assert leaves_block(module.index.parents[statement], statement) is expected
