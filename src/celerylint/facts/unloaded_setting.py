"""Variables that look like settings of Celery, and are not."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.import_chain import dotted_name, is_of_one_package
from celerylint.facts.module import Module
from celerylint.facts.near_app import NearApp
from celerylint.facts.only_app import is_only_app
from celerylint.facts.setting import Setting, name_span

_NAMES = ("beat_schedule", "task_routes", "task_annotations", "task_queues")


class UnloadedSetting:
    """A variable called like a setting that no variable of a project is called by chance. It stands in the module that
    makes the app, and nothing in the project reads it, nor configures the app from the file; or it stands in one,
    `unloaded`, that nothing in the project loads or names, where it is seen all that the one app is configured from."""

    words = _NAMES

    def __init__(self, module: Module, node: ast.Assign | ast.AnnAssign, name: ast.Name, unloaded: str = "") -> None:
        self.node = node
        self.unloaded = unloaded
        self.name = name.id
        self.span: Span = name_span(module, name)

    @classmethod
    def find(cls, module: Module) -> Iterable[UnloadedSetting]:
        tree = module.index.tree
        values = _values(tree)
        if any(setting.source is tree and setting.node in values for setting in module.all(Setting)):
            return  # the app is configured from the module itself
        variables = [(node, name) for node, name in _variables(tree) if not _is_read(module, name.id)]
        if apps(module):
            yield from (cls(module, *each) for each in variables if not _is_read_elsewhere(module, each[1].id))
        elif variables and _is_unloaded(module):
            yield from (cls(module, *each, dotted_name(module)) for each in variables)


def _variables(tree: ast.Module) -> Iterator[tuple[ast.Assign | ast.AnnAssign, ast.Name]]:
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(target, ast.Name):
            continue
        if target.id in _NAMES and node.value is not None:
            yield node, target


def _is_unloaded(module: Module) -> bool:
    """Whether surely nothing loads a file: the one app of the project, made in the same package, is configured from
    others, and no other file may import it. An app that is configured from nothing may be told by the environment."""
    near = module.all(NearApp)
    settings = AppSettings.near(module)
    if settings is None or not settings.loads or settings.every(*_NAMES) is None or AppSettings.loading(module):
        return False
    home = near[0].module
    if not is_of_one_package(module, home) or module.source.path.endswith("__init__.py"):
        return False
    is_django = any("django" in each.source.text for each in (module, home))
    return not is_django and is_only_app(home) and not module.project.may_load(module, ())


def _values(tree: ast.Module) -> set[ast.expr | None]:
    """What the variables of the module are given; a setting of the app itself, `app.conf.x = ...`, is none."""
    assigned = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign))]
    return {
        node.value
        for node in assigned
        if isinstance(node.targets[0] if isinstance(node, ast.Assign) else node.target, ast.Name)
    }


def _is_read(module: Module, name: str) -> bool:
    """Whether the file reads the variable, exports it by name, or changes it in place."""
    names = [node for node in module.index.all(ast.Name, name) if node.id == name]
    spelt = f'"{name}"' in module.source.text or f"'{name}'" in module.source.text
    return spelt or any(isinstance(node.ctx, ast.Load) for node in names) or "globals" in module.source.text


def _is_read_elsewhere(module: Module, name: str) -> bool:
    """Whether another file may take the variable, or load the module: `config_from_object("shop.celery")`. A file that
    nobody knows the project of is looked at alone."""
    path = module.source.path
    last = path.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
    texts = (f".{name}", f"import {name}", f'.{last}")', f".{last}')", f'"{last}")', f"'{last}')")
    is_known = module.project.module_called(path, f".{last}") is not None
    return is_known and module.project.is_written(texts, path)
