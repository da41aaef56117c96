"""Progress that is read in two steps: first the state of a task, then its meta."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.states import EXCEPTION_STATES, STATES
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.result import RESULT_PATTERN, RESULT_WORDS, is_any_result
from celerylint.syntax.flow import block_nodes, tries_around
from celerylint.syntax.index import in_order
from celerylint.syntax.node import subtree
from celerylint.syntax.value import text_of

_STATE = frozenset({"state", "status"})
_META = frozenset({"info", "result"})


class ProgressPoll:
    """A read of a key of `result.info` under a test that `result.state` is one that the project made (`"PROGRESS"`), or
    that the task has not failed.

    `node` is the first such read under the test, `result` the result as it is spelt.
    """

    words = RESULT_WORDS
    pattern = RESULT_PATTERN
    also = (".info", ".result")

    def __init__(self, module: Module, node: ast.expr, result: str, meta: str) -> None:
        self.module = module
        self.node = node
        self.result = result
        self.meta = f"{result}.{meta}"

    @classmethod
    def find(cls, module: Module) -> Iterable[ProgressPoll]:
        branches: list[ast.If | ast.IfExp] = [*module.index.all(ast.If, *_STATE), *module.index.all(ast.IfExp, *_STATE)]
        for branch in branches:
            for result in map(ast.unparse, _looked_at(module, branch.test)):
                read = next(_reads(module, branch, result), None)
                if read:
                    yield cls(module, read[0], result, read[1])

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _looked_at(module: Module, test: ast.expr) -> Iterator[ast.expr]:
    """The results whose state a condition finds to be one of the project's own, or not to be a failure yet."""
    parts = test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else [test]
    for part in parts:
        if isinstance(part, ast.Compare) and isinstance(part.left, ast.Attribute) and part.left.attr in _STATE:
            state = text_of(part.comparators[0], module.scopes)
            is_own = isinstance(part.ops[0], ast.Eq) and state is not None and state not in STATES
            is_alive = isinstance(part.ops[0], ast.NotEq) and state in EXCEPTION_STATES
            if (is_own or is_alive) and is_any_result(module, part.left.value):
                yield part.left.value


def _reads(module: Module, branch: ast.If | ast.IfExp, result: str) -> Iterator[tuple[ast.expr, str]]:
    """The reads of a key of the meta in a branch, and what the meta is read as; none if its type is looked at."""
    nodes = list(block_nodes(branch.body) if isinstance(branch, ast.If) else subtree(branch.body))
    calls = [node for node in (*nodes, *subtree(branch.test)) if isinstance(node, ast.Call)]
    if any(module.scopes.qualified(call.func) == "builtins.isinstance" for call in calls):
        return
    for node in in_order(node for node in nodes if isinstance(node, ast.Attribute) and node.attr in _META):
        if ast.unparse(node.value) != result or any(around.handlers for around in tries_around(module.index, node)):
            continue
        above = module.index.parents[node]
        call = module.index.parents[above]
        if isinstance(above, ast.Subscript) and above.value is node:
            yield above, node.attr
        elif isinstance(above, ast.Attribute) and above.attr == "get" and isinstance(call, ast.Call):
            yield call, node.attr
