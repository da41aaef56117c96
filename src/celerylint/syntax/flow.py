"""What is reached: the ways out of a block, and in which state of some thing each is taken.

A small abstract interpreter over statements. The caller says what a statement does to the state of the thing it
watches (a session, a lock); the flow says in which states control can leave.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Protocol

from celerylint.syntax.index import FUNCTIONS, TRIES, Index, descendants
from celerylint.syntax.node import CALLABLES, DEFINITIONS, WITHS

States = frozenset[str]
Outcomes = dict[str, States]
"""The states in which each way out is taken: next, raise, return, break, continue."""

_NOTHING: States = frozenset()


class Watch(Protocol):
    """How a thing changes; all methods are pure."""

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        """The state after a simple statement or expression, and the state in which it raises (None: it does not)."""

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        """The state after the `with` has closed what it manages."""

    def assume(self, test: ast.expr, state: str) -> bool | None:
        """What a condition about the thing must be in a state; None for any other condition."""

    def catches_all(self, handler: ast.ExceptHandler) -> bool:
        """Whether a handler takes whatever is raised."""

    def suppresses(self, node: ast.With | ast.AsyncWith) -> bool:
        """Whether a `with` swallows exceptions."""


def _merge(into: Outcomes, other: Outcomes) -> None:
    for kind, states in other.items():
        into[kind] = into.get(kind, _NOTHING) | states


def outcomes(block: Iterable[ast.stmt], entry: States, watch: Watch) -> Outcomes:
    """The ways out of a block of statements that is entered in the given states."""
    result: Outcomes = {}
    current = entry
    for statement in block:
        if not current:
            break
        after = _statement(statement, current, watch)
        current = after.pop("next", _NOTHING)
        _merge(result, after)
    if current:
        _merge(result, {"next": current})
    return result


def _evaluate(node: ast.AST, entry: States, watch: Watch, result: Outcomes) -> States:
    """The states after an expression or simple statement; what it raises is added to the result."""
    after, raised = set(), set()
    for state in entry:
        done, failed = watch.step(node, state)
        after.add(done)
        if failed is not None:
            raised.add(failed)
    if raised:
        _merge(result, {"raise": frozenset(raised)})
    return frozenset(after)


def _statement(node: ast.stmt, entry: States, watch: Watch) -> Outcomes:
    if isinstance(node, ast.If):
        return _if(node, entry, watch)
    if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
        return _loop(node, entry, watch)
    if isinstance(node, WITHS):
        return _with(node, entry, watch)
    if isinstance(node, TRIES):
        return _try(node, entry, watch)  # type: ignore[arg-type]
    if isinstance(node, ast.Match):
        return _match(node, entry, watch)
    result: Outcomes = {}
    after = _evaluate(node, entry, watch, result)
    kind = {ast.Return: "return", ast.Raise: "raise", ast.Break: "break", ast.Continue: "continue"}.get(
        type(node), "next"
    )
    _merge(result, {kind: after})
    return result


def _if(node: ast.If, entry: States, watch: Watch) -> Outcomes:
    result: Outcomes = {}
    while True:  # not recursive, since an `elif` is nested in the `else` of the one before
        after = _evaluate(node.test, entry, watch, result)
        _merge(result, outcomes(node.body, _possible(node.test, after, watch, True), watch))
        entry = _possible(node.test, after, watch, False)
        if len(node.orelse) != 1 or not isinstance(node.orelse[0], ast.If):
            break
        node = node.orelse[0]
    _merge(result, outcomes(node.orelse, entry, watch))
    return result


def _possible(test: ast.expr, states: States, watch: Watch, wanted: bool) -> States:
    return frozenset(state for state in states if _assumed(test, state, watch) in (None, wanted))


def _assumed(test: ast.expr, state: str, watch: Watch) -> bool | None:
    """What a condition must be in a state, where that follows from its parts."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _assumed(test.operand, state, watch)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        parts = [_assumed(value, state, watch) for value in test.values]
        return False if False in parts else all(parts) or None
    return watch.assume(test, state)


def _loop(node: ast.For | ast.AsyncFor | ast.While, entry: States, watch: Watch) -> Outcomes:
    result: Outcomes = {}
    head = node.test if isinstance(node, ast.While) else node.iter
    endless = isinstance(node, ast.While) and isinstance(node.test, ast.Constant) and bool(node.test.value)
    states = entry
    while True:
        states = states | _evaluate(head, states, watch, result)
        body = outcomes(node.body, states, watch)
        again = states | body.pop("next", _NOTHING) | body.pop("continue", _NOTHING)
        if again == states:
            break
        states = again
    left = body.pop("break", _NOTHING)
    _merge(result, body)
    if not endless:
        _merge(result, outcomes(node.orelse, states, watch))
    if left:
        _merge(result, {"next": left})
    return result


def _with(node: ast.With | ast.AsyncWith, entry: States, watch: Watch) -> Outcomes:
    result: Outcomes = {}
    current = entry
    for item in node.items:
        current = _evaluate(item.context_expr, current, watch, result)
    for kind, states in outcomes(node.body, current, watch).items():
        left = frozenset(watch.leave(node, state) for state in states)
        _merge(result, {kind: left})
        if kind == "raise" and watch.suppresses(node):
            _merge(result, {"next": left})
    return result


def _try(node: ast.Try, entry: States, watch: Watch) -> Outcomes:
    body = outcomes(node.body, entry, watch)
    raised = body.pop("raise", _NOTHING)
    completed = body.pop("next", _NOTHING)
    before: Outcomes = dict(body)
    if completed:
        _merge(before, outcomes(node.orelse, completed, watch))
    if raised:
        for handler in node.handlers:
            _merge(before, outcomes(handler.body, raised, watch))
            if watch.catches_all(handler):
                break
        else:
            _merge(before, {"raise": raised})
    result: Outcomes = {}
    for kind, states in before.items():
        final = outcomes(node.finalbody, states, watch)
        _merge(result, {kind: final.pop("next", _NOTHING)} if "next" in final else {})
        _merge(result, final)
    return {kind: states for kind, states in result.items() if states}


def _match(node: ast.Match, entry: States, watch: Watch) -> Outcomes:
    result: Outcomes = {}
    after = _evaluate(node.subject, entry, watch, result)
    for case in node.cases:
        _merge(result, outcomes(case.body, after, watch))
        if case.guard is None and isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None:
            return result  # `case _:` takes whatever is left
    _merge(result, {"next": after})
    return result


def block_nodes(block: Iterable[ast.stmt]) -> list[ast.AST]:
    """Every node that is executed when a block is: definitions inside it are given, their bodies are not."""
    found: list[ast.AST] = []
    for statement in block:
        found.append(statement)
        if not isinstance(statement, DEFINITIONS):
            found += descendants(statement, (*FUNCTIONS, ast.ClassDef, ast.Lambda))
    return found


def statements_after(index: Index, node: ast.AST) -> list[ast.stmt]:
    """What comes after the statement that a node is part of, in its block."""
    statement = index.statement(node)
    for block in _blocks(index.parents[statement]):
        if statement in block:
            return block[block.index(statement) + 1 :]
    return []


def next_statement(index: Index, node: ast.AST) -> ast.stmt | None:
    """The statement after the one that a node is part of, in its block."""
    return next(iter(statements_after(index, node)), None)


def tries_around(index: Index, node: ast.AST) -> Iterator[ast.Try]:
    """The `try`s of the same function or lambda that a node is in the body of, from the inside out."""
    below = node
    for above in index.ancestors(node):
        if isinstance(above, CALLABLES):
            return
        if isinstance(above, TRIES) and below in above.body:  # type: ignore[attr-defined]
            yield above  # type: ignore[misc]
        below = above


def handlers_around(index: Index, node: ast.AST) -> list[ast.ExceptHandler]:
    """The handlers of those `try`s."""
    return [handler for around in tries_around(index, node) for handler in around.handlers]


def handler_around(index: Index, node: ast.AST) -> ast.ExceptHandler | None:
    """The innermost handler of the same function that a node stands in; None in a lambda."""
    for above in index.ancestors(node):
        if isinstance(above, CALLABLES):
            return None
        if isinstance(above, ast.ExceptHandler):
            return above
    return None


def is_in_lambda(index: Index, node: ast.AST) -> bool:
    """Whether a node stands in a lambda of its function."""
    around = (above for above in index.ancestors(node) if isinstance(above, CALLABLES))
    return isinstance(next(around, None), ast.Lambda)


def _blocks(node: ast.AST) -> list[list[ast.stmt]]:
    blocks = (getattr(node, field, None) for field in ("body", "orelse", "finalbody"))
    return [block for block in blocks if isinstance(block, list)]


def is_tested(index: Index, node: ast.expr) -> bool:
    """Whether an expression decides something by itself or in a condition: `if x`, `x or y`, `x is None`, `while x`."""
    below: ast.AST = node
    for above in index.ancestors(node):
        if isinstance(above, (ast.BoolOp, ast.NamedExpr, ast.Match)) or below is getattr(above, "test", None):
            return True
        if isinstance(above, ast.Compare) and any(getattr(side, "value", 0) is None for side in above.comparators):
            return True
        if isinstance(above, ast.comprehension) and below in above.ifs:
            return True
        if isinstance(above, ast.stmt):
            break
        below = above
    return False


def leaves_block(node: ast.AST, below: ast.AST) -> bool:
    """Whether the block of a node that holds a statement ends with a `return`, `raise` or `break`."""
    ends = [block[-1] for block in _blocks(node) if below in block]
    return any(isinstance(end, (ast.Return, ast.Raise, ast.Break)) for end in ends)
