"""Packages in which `autodiscover_tasks` finds nothing although they hold tasks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.autodiscover import Autodiscover
from celerylint.facts.import_chain import imports_of, reached_from, with_parents
from celerylint.facts.module import Module
from celerylint.facts.task import Task

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
    if not _LOOKING.isdisjoint(each.partition(".")[0] for each in imports_of(package)):
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
    names = [name for package in packages for name in with_parents(f"{package}.{related}")]
    for level in (1, 2, 3):
        names += ["." * level + name for name in project.beside(path, level) if _STARTS.search(name)]
    found = (project.module_called(path, name) for name in names)
    return reached_from([module, *(each for each in found if each)])
