"""Lines that task code writes to a log."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.logs import (
    DETAIL_METHODS,
    ERROR_METHODS,
    EXCEPTION_METHODS,
    KEYWORD_LOGGERS,
    LOG_METHODS,
    LOGGER_MAKING,
    PLAIN_KEYWORDS,
    PLAIN_LOGGERS,
)
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import keyword_value, subtree
from celerylint.syntax.value import fold, text_of

_MAX_METHODS = 20


class LogCall:
    """A call in task code that writes a line to a logger: one of `logging`, Celery, structlog or loguru, or one that
    the settings name."""

    of = TaskCode
    words = tuple(f".{method}(" for method in sorted(LOG_METHODS))

    def __init__(self, code: TaskCode, node: ast.Call, method: str, logger: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.method = method
        self._logger = logger

    @classmethod
    def find(cls, module: Module) -> Iterable[LogCall]:
        for code in module.all(TaskCode):
            for call in code.calls:
                function = call.func
                if isinstance(function, ast.Attribute) and function.attr in LOG_METHODS:
                    logger = _logger(module, function.value)
                    if logger:
                        yield cls(code, call, function.attr, logger)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def takes_keywords(self) -> bool:
        """Whether the logger takes values by name: one of a library that does, or one that is given some here."""
        named = (keyword.arg for keyword in self.node.keywords)
        return self._logger in KEYWORD_LOGGERS or any(name not in PLAIN_KEYWORDS for name in named)

    @property
    def is_detail(self) -> bool:
        """Whether the line is only for whoever looks for a mistake."""
        return self.method in DETAIL_METHODS

    @property
    def is_error(self) -> bool:
        """Whether the line says that something failed."""
        return self.method in ERROR_METHODS | EXCEPTION_METHODS

    @property
    def text(self) -> ast.expr | None:
        """What is written, without the values after it."""
        position = 1 if self.method == "log" else 0
        return self.node.args[position] if len(self.node.args) > position else keyword_value(self.node, "msg")

    @property
    def mixed_text(self) -> Span | None:
        """The place of the text if values are put into it before the logger is called."""
        text = self.text
        return self.module.span(text) if text is not None and self._is_mixed(text) else None

    @property
    def has_plain_fields(self) -> bool:
        """Whether the logger is one of `logging`, and the text an f-string whose values have no format of their own:
        the line is the same if the logger puts them in."""
        fields = self.text.values if isinstance(self.text, ast.JoinedStr) else None
        if fields is None or self._logger not in PLAIN_LOGGERS:
            return False
        return not any(isinstance(field, ast.FormattedValue) and field.format_spec for field in fields)

    def _is_mixed(self, text: ast.expr) -> bool:
        if isinstance(text, ast.JoinedStr):
            return any(isinstance(part, ast.FormattedValue) for part in text.values)
        if isinstance(text, ast.BinOp) and isinstance(text.op, (ast.Mod, ast.Add)):
            whole = text_of(text, self.module.scopes)
            return whole is None and any(_is_text(side) for side in (text.left, text.right))
        function = text.func if isinstance(text, ast.Call) else None
        return isinstance(function, ast.Attribute) and function.attr == "format" and _is_text(function.value)

    @property
    def has_traceback(self) -> bool:
        """Whether the line may come with a traceback."""
        if self.method in EXCEPTION_METHODS or "opt(" in ast.unparse(self.node.func):
            return True
        if any(keyword.arg is None for keyword in self.node.keywords):
            return True
        given = keyword_value(self.node, "exc_info")
        return given is not None and fold(given, self.module.scopes) not in (None, False)

    @property
    def takes_exc_info(self) -> bool:
        """Whether the logger is one that is known to write the traceback for `exc_info=True`."""
        return self._logger in PLAIN_LOGGERS or self._logger.startswith("structlog")

    def names_any(self, names: frozenset[str]) -> bool:
        """Whether the call, its logger included, holds one of these names."""
        return any(isinstance(part, ast.Name) and part.id in names for part in subtree(self.node))


def _logger(module: Module, node: ast.expr) -> str | None:
    """The qualified name of the logger that an expression is, what its methods add left out."""
    name = module.scopes.qualified(node)
    for _ in range(_MAX_METHODS):
        head, dot, method = (name or "").rpartition(".")
        if dot + method not in LOGGER_MAKING:
            break
        name = head
    if name is None or name in PLAIN_LOGGERS or name in KEYWORD_LOGGERS:
        return name
    is_elsewhere = not name.startswith(":") and not name.startswith("builtins.")
    return name if is_elsewhere and matches_any(name.removesuffix("()"), module.settings.loggers) else None


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
