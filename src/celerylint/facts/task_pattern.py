"""Names and patterns of tasks that the settings route or annotate."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Literal

from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.registry import Registry
from celerylint.facts.route import Route
from celerylint.facts.setting import Setting, name_span
from celerylint.facts.task import Task
from celerylint.syntax.value import items

Kind = Literal["route", "annotation"]
Fault = Literal["pattern", "module", "nobody"]


class TaskPattern:
    """A key of `task_routes` or `task_annotations`."""

    of = Setting
    words = (*Route.words, "*annotations", "*ANNOTATIONS")

    def __init__(self, module: Module, kind: Kind, text: str, span: Span, node: ast.expr) -> None:
        self.module = module
        self.kind = kind
        self.text = text
        self.span = span
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskPattern]:
        for route in module.all(Route):
            if route.pattern:
                yield cls(module, "route", route.pattern, route.span, route.node)
        for setting in Setting.named(module, "task_annotations"):
            for text, span in _annotated(module, setting):
                yield cls(module, "annotation", text, span, setting.node)

    @property
    def fault(self) -> Fault | None:
        """Why no task has the name: annotations know no patterns but `*`, a module is no task, no task here has it."""
        if self.text == "*" or matches_any(self.text, self.module.settings.external_tasks):
            return None
        if self.kind == "annotation" and "*" in self.text:
            return "pattern"
        if "*" not in self.text and "." in self.text and self._is_other_module:
            return "module"
        registry = self._registry
        if registry is None or registry.is_open or not (registry.explicit or registry.implicit):
            return None
        found = self._fault_in(registry)
        if found and registry.is_elsewhere:
            written = self.text.partition("*")[0]
            return None if self.module.project.is_written([written], self.module.source.path) else found
        return found

    @property
    def _registry(self) -> Registry | None:
        """The registry of the module that the pattern begins with."""
        home, star, _ = self.text.partition("*")
        return Registry.of_name(self.module, home if star else self.text)

    @property
    def _is_other_module(self) -> bool:
        """Whether it is the name of another module that has tasks."""
        module = self.module.project.module_called(self.module.source.path, self.text)
        return module is not None and bool(module.all(Task)) and Registry.of_name(self.module, self.text) is None

    def _fault_in(self, registry: Registry) -> Fault | None:
        if "*" not in self.text:
            if self.module.is_called(self.text) and "." in self.text and not registry.task(self.text):
                return "module"
            return "nobody" if registry.fault(self.text) else None
        home = self.text.partition("*")[0].rpartition(".")[0]
        own = (*registry.explicit, *(f"{home}.{name}" for name in registry.implicit))
        matched = any(fnmatchcase(name, self.text) for name in own)
        return "nobody" if registry.is_home(home) and not matched else None

    @property
    def meant(self) -> str | None:
        """The task's name that was probably meant."""
        registry = self._registry
        return registry.meant(self.text) if registry and "*" not in self.text else None


def _annotated(module: Module, setting: Setting) -> Iterator[tuple[str, Span]]:
    if setting.path:
        if setting.path[0] and len(setting.path) == 1:
            yield setting.path[0], setting.key_span
        return
    node = module.scopes.assigned(setting.node)
    for each in node.elts if isinstance(node, (ast.List, ast.Tuple)) else (setting.node,):
        for item in items(each, module.scopes) or ():
            if isinstance(item.key, str):
                yield item.key, name_span(module, item.key_node)
