"""Booleans that are given as text, whatever which is true."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import ENVIRONMENT
from celerylint.celery.options import BOOLEAN_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task

_FALSE = frozenset({"false", "f", "0", "no", "n", "off", "none", "null"})


class TextForBoolean:
    """A boolean setting or option of a task that is given text: a word for false, or an environment variable."""

    of = (Setting, Task)

    def __init__(self, module: Module, name: str, node: ast.expr, text: str) -> None:
        self.name = name
        self.node = node
        self.text = text
        self.span: Span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[TextForBoolean]:
        given = [(setting.name, setting.node) for setting in module.all(Setting) if _is_boolean(setting)]
        for task in module.all(Task):
            given += [(option.name, option.node) for option in task.direct_options if option.name in BOOLEAN_OPTIONS]
        for name, node in given:
            is_plain = isinstance(node, ast.Constant) and not isinstance(node.value, str)
            text = None if is_plain else _text(module, node)
            if text:
                yield cls(module, name, node, text)

    @property
    def is_literal(self) -> bool:
        """Whether the text is written out there."""
        return isinstance(self.node, ast.Constant)

    @property
    def is_from_environment(self) -> bool:
        """Whether the text is what an environment variable holds."""
        return not self.text.startswith(("'", '"'))


def _is_boolean(setting: Setting) -> bool:
    from celerylint.celery.settings import BOOLEAN_EXCEPTIONS

    known = setting.known
    return bool(known and known.type == "bool" and known.name not in BOOLEAN_EXCEPTIONS and not setting.path)


def _text(module: Module, node: ast.expr) -> str | None:
    """The source of an expression that is a word for false, or an environment variable as it is."""
    value = module.scopes.assigned(node) or node
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.strip().lower() in _FALSE:
        return ast.unparse(value)
    read = value.func if isinstance(value, ast.Call) else value.value if isinstance(value, ast.Subscript) else None
    return ast.unparse(value) if read is not None and module.scopes.qualified(read) in ENVIRONMENT else None
