"""Packages in which `autodiscover_tasks` finds nothing although they hold tasks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.autodiscover import Autodiscover
from celerylint.facts.module import Module
from celerylint.facts.task import Task

_MOST_FILES = 200
_LOOKING = frozenset("importlib pkgutil glob os pathlib inspect werkzeug".split())
"""Root packages by which a package can find its own modules."""

_STARTS = re.compile(r"(?i)worker|celery|main$|^run|^wsgi|^manage")
"""What modules are called that a worker may be started from, besides the one that makes the app."""

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
    does not look for modules: their names and paths."""
    project, path = module.project, module.source.path
    package = project.module_called(path, name)
    if package is None or not package.source.path.endswith("__init__.py"):
        return
    if not _LOOKING.isdisjoint(each.partition(".")[0] for each in _imports(package)):
        return
    names = project.beside(package.source.path)
    for each in sorted(names) if related not in names else ():
        inner = project.module_called(path, f"{name}.{each}")
        if inner and not each.startswith(("test", "conftest")) and inner.all(Task):
            yield each, inner.source.path


def _reached(module: Module, packages: list[str], related: str) -> set[str] | None:
    """The paths of the files that are imported with the app, with what it discovers, and with what a worker may be
    started from; None if they are too many."""
    project, path = module.project, module.source.path
    names = [name for package in packages for name in _with_parents(f"{package}.{related}")]
    for level in (1, 2, 3):
        names += ["." * level + name for name in project.beside(path, level) if _STARTS.search(name)]
    waiting = [module, *(each for each in (project.module_called(path, name) for name in names) if each)]
    reached: set[str] = set()
    while waiting:
        current = waiting.pop()
        if current.source.path in reached:
            continue
        reached.add(current.source.path)
        if len(reached) > _MOST_FILES:
            return None
        for name in _imports(current):
            other = project.module_called(current.source.path, name)
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
