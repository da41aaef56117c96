"""Returns out of a `try` whose `finally` disposes of an engine."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.disposal import Disposal
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS


class GuardedReturn:
    """A `return` in a `try`, or in a handler of one, whose `finally` disposes of an engine by the call `text`."""

    of = Disposal
    words = ("return",)

    def __init__(self, node: ast.Return, disposal: Disposal) -> None:
        self.module = disposal.module
        self.node = node
        self.text = disposal.text
        self.function = disposal.code.name

    @classmethod
    def find(cls, module: Module) -> Iterable[GuardedReturn]:
        guards: dict[ast.AST, Disposal] = {}
        for disposal in module.all(Disposal):
            if disposal.clean_up:
                guards.setdefault(disposal.clean_up, disposal)
        for code in dict.fromkeys(disposal.code for disposal in guards.values()):
            for node in code.all(ast.Return):
                guard = cls._guard(module, node, guards)
                if guard:
                    yield cls(node, guard)

    @staticmethod
    def _guard(module: Module, node: ast.Return, guards: dict[ast.AST, Disposal]) -> Disposal | None:
        below: ast.AST = node
        for above in module.index.ancestors(node):
            if isinstance(above, FUNCTIONS):
                return None
            if above in guards and below not in above.finalbody:  # type: ignore[attr-defined]
                return guards[above]
            below = above
        return None

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)
