"""Task classes that are given to an app."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.facts.app import is_app
from celerylint.facts.module import Module
from celerylint.facts.task_class import TaskClass


class RegisteredClass:
    """A class-based task that the file registers: `app.register_task(Export())`, `app.tasks.register(Export())`.

    `node` is the class."""

    of = TaskClass
    words = ("register_task", "register")

    def __init__(self, node: ast.ClassDef) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[RegisteredClass]:
        for call in module.index.calls("register_task", "register"):
            registry = call.func.value if isinstance(call.func, ast.Attribute) else None
            if registry and call.args and is_registry(module, registry):
                made = module.scopes.qualified(call.args[0]) or ""
                definition = module.scopes.defined(made.removesuffix("()"))
                if isinstance(definition, ast.ClassDef):
                    yield cls(definition)


def is_registry(module: Module, node: ast.expr) -> bool:
    """Whether an expression is an app, or its `tasks`."""
    owner = node.value if isinstance(node, ast.Attribute) and node.attr == "tasks" else node
    return is_app(module, module.scopes.qualified(owner))
