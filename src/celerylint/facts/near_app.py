"""The app of a package, where it is made in a module that is so called by convention."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.facts.app import Made, apps
from celerylint.facts.config_source import ConfigSource, Loaded
from celerylint.facts.module import Module

_MODULES = ("celery", "celery_app", "celeryapp", "celery_worker", "app", "worker")
_IN_OTHER_PACKAGES = ("celery", "celery_app")
_EXPORTED = ("celery_app", "celery", "app")
"""What a package calls the app that its `__init__` imports."""

_NOT_OURS = ("test", "example", "demo", "sample", "sandbox", "doc")
"""How packages beside a library are called that only try it out."""


class NearApp:
    """An app that is made beside a file, or else above it: in a module called like one that makes apps, or by the
    package itself. Those of the nearest folder only."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.module, self.node = made

    @classmethod
    def find(cls, module: Module) -> Iterable[NearApp]:
        project, path = module.project, module.source.path
        package = project.module_called(path, ".")
        if package and package is not module:
            return package.all(cls)  # it is near the same ones
        found = _found(module, 1)
        if found or package is None:
            return found
        above = project.module_called(path, "..")
        return above.all(cls) if above else _found(module, 2)


def _found(module: Module, level: int) -> list[NearApp]:
    """The apps of a folder at or above a file."""
    found = {call: Made(near, call) for near in _modules(module, level) for call in apps(near)}
    return [NearApp(made) for made in found.values()]


def _modules(module: Module, level: int) -> Iterator[Module]:
    """The modules of a folder at or above a file that may make its app."""
    project, path = module.project, module.source.path
    names = project.beside(path, level)
    dots = "." * level
    for name in _MODULES:
        found = project.module_called(path, dots + name) if name in names else None
        if found:
            yield found
    package = project.module_called(path, dots)
    if package:
        for name in _EXPORTED:
            value = project.value(package.source.path, f".{name}")
            if value:
                yield value.module
    for name in sorted(names):
        if name.startswith(_NOT_OURS):
            continue
        for inner in _IN_OTHER_PACKAGES:
            found = project.module_called(path, f"{dots}{name}.{inner}")
            if found:
                yield found


def loaded_by_app(module: Module) -> dict[ast.AST, str]:
    """The classes of a file, or the file itself, that an app near it is configured from, with the prefix that names
    have there. Django's settings are left out: they hold much else."""
    own = own_skeleton(module)
    found: dict[ast.AST, str] = {}
    sources = [source for near in module.all(NearApp) if own for source in near.module.all(ConfigSource)]
    for source in sources:
        for loaded in source.loaded if not source.is_of_django else ():
            if own and loaded.module is own:
                owner = _own(module, own, loaded)
                found.update({owner: source.prefix} if owner else {})
    return found


def own_skeleton(module: Module) -> Module | None:
    """The skeleton that other files see of a file."""
    name = module.source.path.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
    return module.project.module_called(module.source.path, "." if name == "__init__" else f".{name}")


def _own(module: Module, skeleton: Module, loaded: Loaded) -> ast.AST | None:
    """What a part of a file's skeleton is in the file."""
    if isinstance(loaded.owner, ast.Module):
        return module.index.tree
    return module.scopes.defined(skeleton.scopes.path(loaded.owner))
