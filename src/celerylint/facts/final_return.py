"""`return` in a `finally`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.handler import catches_all
from celerylint.facts.module import Module
from celerylint.facts.predicate import Predicate
from celerylint.facts.reach import TaskCode
from celerylint.facts.retry import Retry
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import TRIES


class FinalReturn:
    """A `return` in the `finally` of task code: whatever is on its way out of the `try` is dropped for it."""

    of = TaskCode
    words = ("finally",)

    def __init__(self, code: TaskCode, node: ast.Return, around: ast.Try) -> None:
        self.module = code.module
        self.node = node
        self.around = around

    @classmethod
    def find(cls, module: Module) -> Iterable[FinalReturn]:
        for code in module.all(TaskCode):
            for kind in TRIES:
                for around in code.all(kind):
                    for node in block_nodes(around.finalbody):  # type: ignore[attr-defined]
                        if isinstance(node, ast.Return):
                            yield cls(code, node, around)  # type: ignore[arg-type]

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def drops_nothing(self) -> bool:
        """Whether a broad handler of the same `try` has taken whatever was raised, and raises nothing that shows."""
        return any(
            catches_all(self.module.scopes, handler)
            and not any(isinstance(node, ast.Raise) for node in block_nodes(handler.body))
            for handler in self.around.handlers
        )

    @property
    def keeps_control_flow(self) -> bool:
        """Whether it keeps a retry, an Ignore or a Reject of the same function."""
        keepers = [retry.keeper for retry in self.module.all(Retry)]
        keepers += [predicate.keeper for predicate in self.module.all(Predicate)]
        return any(keeper.node is self.node for keeper in keepers if keeper)
