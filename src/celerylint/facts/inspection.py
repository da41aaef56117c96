"""Questions to all workers: `app.control.inspect().active()`, and what is done with the answer."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import INSPECTIONS, INSPECTORS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app import is_app
from celerylint.facts.module import Module
from celerylint.facts.task import task_of
from celerylint.syntax.flow import is_tested, tries_around

_ITERATING = frozenset(
    f"builtins.{name}" for name in "list len sorted sum dict set tuple any all enumerate iter min max zip map".split()
)


class Inspection:
    """A call of a method of `app.control.inspect()`, whose answer is None if no worker replies in time."""

    words = ("inspect", "Inspect")
    pattern = regex(r"(?<=\.)inspect|Inspect")

    def __init__(self, module: Module, node: ast.Call, method: str) -> None:
        self.module = module
        self.node = node
        self.method = method
        self.is_answered = False
        """Whether the same function looks if any of its questions was answered."""

    @classmethod
    def find(cls, module: Module) -> Iterable[Inspection]:
        found = []
        for call in module.index.calls(*INSPECTIONS, texts=("inspect", "Inspect")):
            function = call.func
            if isinstance(function, ast.Attribute) and _is_inspector(module, function.value):
                found.append(cls(module, call, function.attr))
        tested = {inspection.body for inspection in found if inspection.is_tested}
        for inspection in found:
            inspection.is_answered = inspection.body in tested
        return found

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def is_tested(self) -> bool:
        """Whether something looks if there is an answer: this one, or the name that it is kept in."""
        return any(is_tested(self.module.index, node) for node in (self.node, *self._names))

    @property
    def is_used_blindly(self) -> bool:
        """Whether the answer is taken for a dict: asked for an item or an attribute, or iterated over; what stands in
        a `try` that takes the error is not."""
        return any(self._needs_dict(node) and not self._is_guarded(node) for node in (self.node, *self._names))

    @cached_property
    def body(self) -> ast.AST:
        """The function, or the file, that asks."""
        return self.module.index.enclosing_function(self.node) or self.module.index.tree

    @cached_property
    def _names(self) -> list[ast.Name]:
        """Where the name stands that the answer is kept in."""
        holder = self.module.index.parents[self.node]
        target = holder.targets[0] if isinstance(holder, ast.Assign) and holder.value is self.node else None
        if not isinstance(target, ast.Name):
            return []
        same = [node for node in self.module.index.own(self.body, ast.Name) if node.id == target.id]
        return [node for node in same if isinstance(node.ctx, ast.Load)]

    def _needs_dict(self, node: ast.expr) -> bool:
        parent = self.module.index.parents[node]
        if isinstance(parent, (ast.Attribute, ast.Subscript)):
            return parent.value is node
        if isinstance(parent, (ast.For, ast.comprehension)):
            return parent.iter is node
        if isinstance(parent, ast.Compare):
            return node in parent.comparators and isinstance(parent.ops[0], (ast.In, ast.NotIn))
        return isinstance(parent, ast.Call) and self.module.scopes.qualified(parent.func) in _ITERATING

    def _is_guarded(self, node: ast.AST) -> bool:
        """Whether a `try` of the same function takes whatever happens."""
        return any(around.handlers for around in tries_around(self.module.index, node))


def _is_inspector(module: Module, node: ast.expr) -> bool:
    if module.scopes.qualified(node) in INSPECTORS:
        return True
    made = module.scopes.assigned(node)
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute) or made.func.attr != "inspect":
        return False
    control = module.scopes.assigned(made.func.value)
    if not isinstance(control, ast.Attribute) or control.attr != "control":
        return False
    app = control.value
    is_own = isinstance(app, ast.Attribute) and app.attr == "app" and task_of(module, app.value) is not None
    return is_own or ((name := module.scopes.qualified(app)) is not None and is_app(module, name))
