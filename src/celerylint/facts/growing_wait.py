"""Retries that wait longer each time."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.name_use import written_out
from celerylint.facts.retry import Retry
from celerylint.syntax.node import last_name

_POWERS = frozenset({"math.pow", "builtins.pow", "math.exp", "math.exp2"})
_TEMPERING = regex(r"(?i)^(min|clamp)$|rand|jitter|uniform|choice|gauss|variate|backoff")


class GrowingWait:
    """A `countdown` or `eta` of a retry that is a power of how often the task was retried: `text` is the power."""

    of = Retry
    words = ("retries",)

    def __init__(self, module: Module, keyword: ast.keyword, parts: list[ast.AST], power: ast.expr) -> None:
        self.node = keyword
        self.text = ast.unparse(power)
        self.span: Span = module.span(keyword)
        self._parts = parts

    @classmethod
    def find(cls, module: Module) -> Iterable[GrowingWait]:
        for retry in module.all(Retry):
            for keyword in retry.node.keywords:
                if keyword.arg in ("countdown", "eta"):
                    parts = written_out(module, keyword.value)
                    power = next((part for part in parts if _is_power(module, part)), None)
                    if isinstance(power, ast.expr):
                        yield cls(module, keyword, parts, power)

    @property
    def is_tempered(self) -> bool:
        """Whether the wait is capped, or left to chance, or a function is called that may do either."""
        called = [part.func for part in self._parts if isinstance(part, ast.Call)]
        return any(_TEMPERING.search(last_name(function)) for function in called) or any(
            isinstance(part, ast.IfExp) for part in self._parts
        )


def _is_power(module: Module, node: ast.AST) -> bool:
    """Whether a node is a power of something, or a shift, by the number of retries."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.LShift)):
        return _counts(module, node.right)
    if isinstance(node, ast.Call) and module.scopes.qualified(node.func) in _POWERS:
        return any(_counts(module, argument) for argument in node.args[-1:])
    return False


def _counts(module: Module, node: ast.expr) -> bool:
    """Whether an expression holds the number of a task's retries."""
    return any(isinstance(part, ast.Attribute) and part.attr == "retries" for part in written_out(module, node))
