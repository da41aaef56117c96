"""Task classes that are sent without having been registered."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import TASK_CLASSES
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app import apps, is_app
from celerylint.facts.module import Module
from celerylint.facts.registered_class import RegisteredClass
from celerylint.facts.task_class import TaskClass
from celerylint.syntax.index import FUNCTIONS

_METHODS = ("delay", "apply_async", "s", "si", "signature")
_NAMING = frozenset({"name", "__init__", "__new__", "__init_subclass__"})
_REGISTERING = regex("(?i)regist")


class ClassTaskCall:
    """A call of `delay` and the like on a task class of this file, or on an object that the file makes of it."""

    of = TaskClass
    words = ("delay", "apply_async", ".s(", ".si(", "signature")

    def __init__(self, owner: TaskClass, node: ast.Call, receiver: ast.expr, is_on_class: bool) -> None:
        self.owner = owner
        self.module = owner.module
        self.node = node
        self.is_on_class = is_on_class
        self.method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        self._receiver = receiver

    @classmethod
    def find(cls, module: Module) -> Iterable[ClassTaskCall]:
        owners = {module.scopes.path(owner.node): owner for owner in module.all(TaskClass) if _is_plain(owner)}
        for call in module.index.calls(*_METHODS) if owners else ():
            receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
            known = (receiver and module.scopes.qualified(receiver)) or ""
            owner = owners.get(known.removesuffix("()"))
            if receiver and owner and call.func.attr not in owner.method_names:  # type: ignore[attr-defined]
                yield cls(owner, call, receiver, not known.endswith("()"))

    @property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_of_unregistered(self) -> bool:
        """Whether the object surely is none that an app knows: it is made for the call and has no name, or the file
        makes the app and registers nothing."""
        made = self.module.scopes.assigned(self._receiver)
        if self.is_on_class or not isinstance(made, ast.Call) or self.owner.run is None:
            return False
        if "name" in self.owner.options.named:
            is_told = _REGISTERING.search(self.module.source.text) is not None
            return not is_told and bool(apps(self.module)) and not self._is_known_elsewhere
        is_registered = self.module.at(RegisteredClass, self.owner.node) is not None
        return made is self._receiver or (not is_registered and self._is_local(made))

    @property
    def _is_known_elsewhere(self) -> bool:
        """Whether another file of the project speaks of the class, and may register it."""
        return self.module.project.speaks_of(self.owner.name, self.module.source.path)

    def _is_local(self, made: ast.Call) -> bool:
        """Whether nobody else sees the object: a function makes it."""
        return any(isinstance(above, FUNCTIONS) for above in self.module.index.ancestors(made))


def _is_plain(owner: TaskClass) -> bool:
    """Whether all bases of a class are Celery's own or of this file, and none of them names or registers it."""
    for base in owner.module.scopes.base_names(owner.node):
        app = (base or "").removesuffix(".Task")
        if base not in TASK_CLASSES and (app == base or not is_app(owner.module, app, guess=False)):
            return False
    is_told = owner.node.keywords or owner.node.decorator_list or owner.module.settings.own_task_class
    return not is_told and _NAMING.isdisjoint(owner.method_names)
