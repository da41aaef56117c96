"""Polling of results."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.calls import ASKING
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.result import RESULT_PATTERN, RESULT_WORDS, is_any_result
from celerylint.syntax.index import FUNCTIONS, descendants, in_order


class Poll:
    """A loop of task code that asks a result again and again, and sleeps in between."""

    of = TaskCode
    words = RESULT_WORDS
    pattern = RESULT_PATTERN

    def __init__(self, code: TaskCode, node: ast.Attribute) -> None:
        self.module = code.module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[Poll]:
        for code in module.all(TaskCode) if "sleep" in module.source.text else ():
            for kind in (ast.While, ast.For):
                for loop in code.all(kind):
                    if isinstance(loop, ast.For) and not _ends_early(loop):
                        continue  # it looks at each result once, and rests between them
                    asked = next(_asked(module, loop), None) if _sleeps(module, loop) else None
                    if asked is not None:
                        yield cls(code, asked)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _asked(module: Module, loop: ast.AST) -> Iterator[ast.Attribute]:
    attributes = (node for node in descendants(loop, FUNCTIONS) if isinstance(node, ast.Attribute))
    for node in in_order(node for node in attributes if node.attr in ASKING):
        if is_any_result(module, node.value):
            yield node


def _ends_early(loop: ast.For) -> bool:
    return any(isinstance(node, (ast.Break, ast.Return)) for node in descendants(loop, FUNCTIONS))


def _sleeps(module: Module, loop: ast.AST) -> bool:
    calls = (node for node in descendants(loop, FUNCTIONS) if isinstance(node, ast.Call))
    return any(module.scopes.qualified(call.func) in ("time.sleep", "asyncio.sleep") for call in calls)
