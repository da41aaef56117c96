"""Arguments of retries, as far as it is known what they are."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.exceptions import is_exception_class
from celerylint.facts.module import Module
from celerylint.facts.retry import Retry
from celerylint.syntax.value import fold, is_timedelta

_EXCEPTION_NAMES = ("Error", "Exception")


class RetryArgument:
    """An argument of a retry whose kind is known: text, a number, a timedelta, an exception or a class of them. What is
    given by place is `args`, whatever it was meant to be."""

    of = Retry
    words = ("retry",)

    def __init__(self, retry: Retry, name: str, node: ast.expr, kind: str, span: Span) -> None:
        self.retry = retry
        self.name = name
        self.node = node
        self.kind = kind
        self.span = span

    @classmethod
    def find(cls, module: Module) -> Iterable[RetryArgument]:
        for retry in module.all(Retry):
            for node in retry.node.args[:1]:
                kind = _kind(module, node)
                if kind:
                    yield cls(retry, "args", node, kind, module.span(node))
            for keyword in retry.node.keywords:
                kind = _kind(module, keyword.value)
                if keyword.arg and kind:
                    yield cls(retry, keyword.arg, keyword.value, kind, module.span(keyword))

    @property
    def text(self) -> str:
        """The value as it is written."""
        return ast.unparse(self.node)


def _kind(module: Module, node: ast.expr) -> str | None:
    value = fold(node, module.scopes)
    if isinstance(value, str) or isinstance(node, ast.JoinedStr):
        return "text"
    if isinstance(value, (int, float)):
        return "a number"
    if is_timedelta(node, module.scopes):
        return "a timedelta"
    if is_exception_class(module.scopes, module.scopes.qualified(node)):
        return "a class"
    return "an exception" if _is_exception(module, node) else None


def _is_exception(module: Module, node: ast.expr) -> bool:
    """Whether a value was caught by its name, or is made of a class that is an exception, or is called one."""
    bindings = module.scopes.bindings(node) if isinstance(node, ast.Name) else []
    if bindings and all(isinstance(binding.node, ast.ExceptHandler) for binding in bindings):
        return True
    made = module.scopes.assigned(node)
    name = module.scopes.qualified(made.func) if isinstance(made, ast.Call) else None
    return name is not None and (name.endswith(_EXCEPTION_NAMES) or is_exception_class(module.scopes, name))
