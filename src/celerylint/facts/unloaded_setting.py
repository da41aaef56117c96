"""Variables that look like settings of Celery, and are not."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting, name_span

_NAMES = ("beat_schedule", "task_routes", "task_annotations", "task_queues")


class UnloadedSetting:
    """A variable of the module that makes the app, called like a setting that no variable of a project is called by
    chance. Nothing in the project reads it, nor configures the app from the file."""

    words = _NAMES

    def __init__(self, module: Module, node: ast.Assign | ast.AnnAssign, name: ast.Name) -> None:
        self.node = node
        self.name = name.id
        self.span: Span = name_span(module, name)

    @classmethod
    def find(cls, module: Module) -> Iterable[UnloadedSetting]:
        tree = module.index.tree
        if not apps(module):
            return
        values = _values(tree)
        if any(setting.source is tree and setting.node in values for setting in module.all(Setting)):
            return  # the app is configured from the module itself
        for node in tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(target, ast.Name):
                continue
            if target.id not in _NAMES or node.value is None or _is_read(module, target.id):
                continue
            if not _is_read_elsewhere(module, target.id):
                yield cls(module, node, target)


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
