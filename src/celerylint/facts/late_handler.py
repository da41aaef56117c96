"""Handlers of `on_after_configure` that are connected when the app is configured already."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.app import is_app
from celerylint.facts.known_setting import known_settings, new_names
from celerylint.facts.module import Module


class LateHandler:
    """The `connect` of a handler after the same module has read the app's configuration, in `line`: reading it is what
    configures the app, and sends the signal."""

    words = ("on_after_configure",)

    def __init__(self, module: Module, node: ast.expr, app: str, line: int) -> None:
        self.node = node
        self.span: Span = module.span(node)
        self.app = app
        self.line = line

    @classmethod
    def find(cls, module: Module) -> Iterable[LateHandler]:
        for node in module.index.mentions(module.index.tree, {"on_after_configure"}):
            if not isinstance(node, ast.Attribute) or not is_app(module, module.scopes.qualified(node.value)):
                continue
            app = ast.unparse(node.value)
            place = (node.lineno, node.col_offset)
            read = min((each for each in _reads(module, app) if each < place), default=None)
            if read and _is_connected(module, node) and not _is_loaded_again(module, app, read):
                yield cls(module, node, app, read[0])


def _is_connected(module: Module, node: ast.Attribute) -> bool:
    """Whether a handler is connected, in the module's own statements."""
    above = module.index.parents[node]
    return isinstance(above, ast.Attribute) and above.attr == "connect" and _is_executed(module, node)


def _reads(module: Module, app: str) -> Iterator[tuple[int, int]]:
    """Where the module, as it is imported, reads a setting of an app."""
    for node in module.index.mentions(module.index.tree, {"conf"}):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == app:
            above = module.index.parents[node]
            if _is_read(above, node) and _is_executed(module, node):
                yield node.lineno, node.col_offset


def _is_read(above: ast.AST, conf: ast.Attribute) -> bool:
    if isinstance(above, ast.Attribute):
        is_setting = above.attr in known_settings() or above.attr in new_names() or above.attr == "get"
        return is_setting and isinstance(above.ctx, ast.Load)
    return isinstance(above, ast.Subscript) and above.value is conf and isinstance(above.ctx, ast.Load)


def _is_executed(module: Module, node: ast.AST) -> bool:
    """Whether a node of the module's own statements is executed whenever the module is imported."""
    for above in module.index.ancestors(node):
        if isinstance(above, (ast.Lambda, ast.ExceptHandler)) or (isinstance(above, ast.If) and node is not above.test):
            return False
        node = above
    return True


def _is_loaded_again(module: Module, app: str, read: tuple[int, int]) -> bool:
    """Whether the app is given its configuration after it was read, and so is configured once more."""
    return any(
        isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == app and call.lineno > read[0]
        for call in module.index.calls("config_from_object")
    )
