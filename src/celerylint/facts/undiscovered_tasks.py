"""Packages in which `autodiscover_tasks` finds nothing although they hold tasks."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.autodiscover import Autodiscover
from celerylint.facts.module import Module
from celerylint.facts.task import Task

_MOST_FILES = 200
_IMPORTING = ("import_module", "__import__", "walk_packages", "iter_modules", "find_modules")


class UndiscoveredTasks:
    """A package that is given to `autodiscover_tasks` and holds a module of tasks, `unfound`, which Celery does not
    look for, and which neither the package nor anything else that the app is known to import brings along."""

    of = Autodiscover

    def __init__(self, node: ast.Call, span: Span, package: str, related: str, unfound: str) -> None:
        self.node = node
        self.span = span
        self.package = package
        self.related = related
        self.unfound = unfound

    @classmethod
    def find(cls, module: Module) -> Iterable[UndiscoveredTasks]:
        for discovery in module.all(Autodiscover):
            related = discovery.related_name
            imports_by_name = any(name in module.source.text for name in _IMPORTING)
            if discovery.may_be_django or discovery.may_be_needless or imports_by_name or not isinstance(related, str):
                continue
            for name, span in discovery.names:
                unfound = list(_with_tasks(module, name, related))
                reached = _reached(module, [each.name for each in discovery.names], related) if unfound else None
                if reached is not None:
                    lost = [each for each, path in unfound if path not in reached]
                    if len(lost) == len(unfound):
                        yield cls(discovery.node, span, name, related, lost[0])


def _with_tasks(module: Module, name: str, related: str) -> Iterator[tuple[str, str]]:
    """The modules with tasks in a package that has no module of the name which Celery looks for, and whose own file
    imports nothing: their names and paths."""
    project, path = module.project, module.source.path
    package = project.module_called(path, name)
    names = project.inside(package) if package else frozenset()
    if package is None or related in names or any(_imports(package)):
        return
    for each in sorted(names):
        inner = project.module_called(path, f"{name}.{each}")
        if inner and not each.startswith(("test", "conftest")) and inner.all(Task):
            yield each, inner.source.path


def _reached(module: Module, packages: list[str], related: str) -> set[str] | None:
    """The paths of the files that are imported with the app and what it discovers; None if they are too many."""
    names = [name for package in packages for name in _with_parents(f"{package}.{related}")]
    found = (module.project.module_called(module.source.path, name) for name in names)
    waiting = [module, *(each for each in found if each)]
    reached: set[str] = set()
    while waiting:
        current = waiting.pop()
        if current.source.path in reached:
            continue
        reached.add(current.source.path)
        if len(reached) > _MOST_FILES:
            return None
        for name in _imports(current):
            other = module.project.module_called(current.source.path, name)
            if other and other.source.path not in reached:
                waiting.append(other)
    return reached


def _imports(module: Module) -> Iterator[str]:
    """The dotted names that a file imports when it is imported itself, packages on the way included."""
    tree, index = module.source.tree, module.index
    for plain in index.own(tree, ast.Import):
        for alias in plain.names:
            yield from _with_parents(alias.name)
    for node in index.own(tree, ast.ImportFrom):
        home = "." * node.level + (f"{node.module}." if node.module else "")
        for alias in node.names:
            yield from _with_parents(home + alias.name)


def _with_parents(name: str) -> Iterator[str]:
    """A dotted name and those of the packages on the way to it."""
    parts = name.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1) if parts[end - 1])
