"""Modules with tasks that no worker imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.celery.names import SHARED_TASK
from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.autodiscover import Autodiscover
from celerylint.facts.import_chain import reached_from, with_parents
from celerylint.facts.module import Module
from celerylint.facts.near_app import NearApp, own_skeleton
from celerylint.facts.task import Task
from celerylint.facts.undiscovered_tasks import UndiscoveredTasks
from celerylint.syntax.node import argument
from celerylint.syntax.value import fold

_BY_NAME = (
    *("import_module", "__import__", "import_string", "pkgutil", "walk_packages", "iter_modules", "find_modules"),
    *("venusian", "runpy", "exec_module", "load_source", "find_spec", "entry_points", "stevedore", "pluggy"),
)
"""What imports modules whose names nobody need write."""

_OTHER_APPS = ("Celery)", "Celery as ", "autodiscover_tasks(", "setup_loader", "import_default_modules")
_MOST_LEVELS = 8


class KnownImports:
    """What a worker of the app of a file imports, where the file and what it is configured from tell all of it: `names`
    are modules by their dotted names, `paths` the files that come along with them."""

    of = AppSettings

    def __init__(self, settings: AppSettings, names: list[str], paths: set[str]) -> None:
        self.module = settings.module
        self.node = settings.node
        self.names = names
        self.paths = paths

    @classmethod
    def find(cls, module: Module) -> Iterable[KnownImports]:
        for settings in module.all(AppSettings):
            is_plain = module.index.enclosing_function(settings.node) is None and "django" not in module.source.text
            names = _registered(settings) if is_plain else None
            if not names or module.all(UndiscoveredTasks):
                continue
            above = ["." * level for level in range(1, _MOST_LEVELS)]
            dotted = (part for name in names for part in with_parents(name))
            found = (module.project.module_called(module.source.path, name) for name in (*above, *dotted))
            paths = reached_from([module, *(each for each in found if each)])
            if paths is not None and _is_only_app(module):
                yield cls(settings, names, paths)

    def brings(self, module: Module) -> bool:
        """Whether a worker of the app imports a file."""
        return module.source.path in self.paths or any(map(module.is_called, self.names))


class UnknownTaskModule:
    """The first shared task of a module that no worker imports: the one app of the project, made in the same package,
    imports others that are all known, and no file names this one. `name` is the module's."""

    of = Task
    words = ("shared_task",)

    def __init__(self, task: Task, name: str) -> None:
        self.task = task
        self.node: ast.AST = task.node
        self.span: Span = task.span
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[UnknownTaskModule]:
        shared = [task for task in module.all(Task) if _is_shared(task)]
        near = module.all(NearApp)
        own = own_skeleton(module)
        if not shared or len(near) != 1 or own is None or _is_entrance(module):
            return
        home = near[0].module
        packages = list(_packages(module))
        if not packages or packages[-1:] != list(_packages(home))[-1:]:
            return
        known = home.at(KnownImports, near[0].node)
        if known and not known.brings(own) and not module.project.may_load(module, {task.name for task in shared}):
            above = [package.source.path.replace("\\", "/").split("/")[-2] for package in packages]
            stem = module.source.path.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
            yield cls(shared[0], ".".join([*above[::-1], stem]))


def _is_shared(task: Task) -> bool:
    is_shared = task.factory is not None and task.module.scopes.qualified(task.factory) in SHARED_TASK
    return is_shared and task.module.index.enclosing_function(task.node) is None


def _is_entrance(module: Module) -> bool:
    """Whether a worker may be started from the file itself: the app is there, by import or not; or a package, or a
    script."""
    text = module.source.text
    if module.source.path.endswith("__init__.py") or "__main__" in text or "django" in text or apps(module):
        return True
    imported = (alias for node in module.index.all(ast.ImportFrom) for alias in node.names)
    names = [alias.asname or alias.name for alias in imported]
    plain = (alias for node in module.index.all(ast.Import) for alias in node.names)
    names += [alias.asname or alias.name.partition(".")[0] for alias in plain]
    return any("celery" in name.lower() or name in ("app", "application", "worker") for name in names)


def _packages(module: Module) -> Iterator[Module]:
    """The packages that a file is in, the innermost first."""
    for level in range(1, _MOST_LEVELS):
        package = module.project.module_called(module.source.path, "." * level)
        if package is None:
            return
        yield package


def _registered(settings: AppSettings) -> list[str] | None:
    """The modules that an app is told to import; None if they are not all known."""
    module = settings.module
    names: list[str] = []
    given = settings.every("include", "imports")
    if given is None:
        return None
    for setting in given:
        if setting.path or setting.is_conditional:
            return None
        value = (setting.value,) if isinstance(setting.value, str) else setting.value
        if not isinstance(value, tuple) or not all(isinstance(each, str) for each in value):
            return None
        names += value
    discoveries = module.all(Autodiscover)
    if len(discoveries) != module.source.text.count("autodiscover_tasks"):
        return None
    for discovery in discoveries:
        node = argument(discovery.node, 0, "packages")
        packages, related = fold(node, module.scopes) if node else None, discovery.related_name
        if not isinstance(packages, tuple) or not all(isinstance(each, str) for each in packages):
            return None
        if not isinstance(related, str) or discovery.may_be_django or discovery.misspelt:
            return None
        names += [name for package in packages for name in (package, f"{package}.{related}")]
    return names


def _is_only_app(module: Module) -> bool:
    """Whether the project has one app, and none of its files imports others by names that it makes."""
    project = module.project
    makers = [each for each in project.app_files() if each.index.calls("Celery")]
    own = module.source.path
    return (
        makers == [module]
        and not any(word in module.source.text for word in _BY_NAME)
        and not project.is_written_in_code((*_BY_NAME, *_OTHER_APPS), own)
    )
