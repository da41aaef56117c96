"""Async engines of a module whose connections belong to an event loop that is gone."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import ASYNC_ENGINE_FACTORIES, LOOP_BOUND_DRIVERS, URL_FACTORIES
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.engine import is_pooled, made_engine
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.task import Task
from celerylint.syntax.node import argument, names_in
from celerylint.syntax.scopes import Scopes
from celerylint.syntax.value import text_of

_MAX_DEPTH = 10


class LoopBoundEngine:
    """A pooled engine that the module makes with a driver that binds each connection to its event loop, and that
    coroutines of a task use in a loop that is made for each run: `runner` makes it."""

    words = ("create_async_engine",)

    def __init__(self, module: Module, node: ast.Call, task: Task, runner: str) -> None:
        self.module = module
        self.node = node
        self.task = task.name
        self.runner = runner

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopBoundEngine]:
        assigned = _assigned(module)
        pairs = [(bound, {part.id for part in names_in(value)}) for bound, value in assigned]
        engines = [
            (name, made)
            for name, made in assigned
            if isinstance(made, ast.Call) and made_engine(module, made, ASYNC_ENGINE_FACTORIES)
            if is_pooled(module, made) and _is_loop_bound(module.scopes, argument(made, 0, "url"))
        ]
        if engines:
            codes = module.all(TaskCode)
            elsewhere = {task for code in codes if _has_other_runner(code) for task in code.tasks}
            naming: dict[str, list[TaskCode]] = {}
            for code in codes:
                for node in code.all(ast.Name):
                    naming.setdefault(node.id, []).append(code)
            for name, made in engines:
                names = _derived(pairs, name)
                codes_with = dict.fromkeys(code for each in names for code in naming.get(each, ()))
                yield from cls._used(module, made, names, codes_with, elsewhere)

    @classmethod
    def _used(
        cls, module: Module, made: ast.Call, names: set[str], naming: Iterable[TaskCode], elsewhere: set[Task]
    ) -> Iterable[LoopBoundEngine]:
        """One fact an engine, for the first task that runs a coroutine with it in a loop of its own."""
        codes = [code for code in naming if _mentions(module, code, names)]
        disposing = {task for code in codes if _may_dispose(module, code, names) for task in code.tasks}
        using = {task for code in codes if code.is_coroutine for task in code.tasks} - disposing - elsewhere
        for run in module.all(LoopRun):
            task = next((task for task in run.code.tasks if task in using), None)
            if task and run.makes_loop and not run.code.is_coroutine:
                yield cls(module, made, task, run.function)
                return

    @cached_property
    def span(self) -> Span:
        """The place of the call that makes the engine."""
        return self.module.span(self.node)


def _assigned(module: Module) -> list[tuple[str, ast.expr]]:
    """The names that the module binds at import, and what to."""
    own, tree = module.index.own, module.source.tree
    pairs = [(target, node.value) for node in own(tree, ast.Assign) for target in node.targets]
    pairs += [(node.target, node.value) for node in own(tree, ast.AnnAssign) if node.value]
    return [(target.id, value) for target, value in pairs if isinstance(target, ast.Name)]


def _derived(pairs: list[tuple[str, set[str]]], name: str) -> set[str]:
    """The names of the module that stand for the engine or for something made of it."""
    names = {name}
    for _ in range(3):  # engine, maker, registry
        for bound, used in pairs:
            if not names.isdisjoint(used):
                names.add(bound)
    return names


def _mentions(module: Module, code: TaskCode, names: set[str]) -> bool:
    found = module.index.mentions(code.node, names)
    tree = module.source.tree
    return any(isinstance(node, ast.Name) and module.scopes.scope_of(node, node.id) is tree for node in found)


def _may_dispose(module: Module, code: TaskCode, names: set[str]) -> bool:
    """Whether a function disposes of the engine, or hands it to something that may."""
    for node in module.index.mentions(code.node, names):
        parent = module.index.parents[node]
        if isinstance(parent, ast.Attribute) and parent.attr in ("dispose", "sync_engine"):
            return True
        call = module.index.parents[parent] if isinstance(parent, ast.keyword) else parent
        if isinstance(call, ast.Call) and call.func is not node:
            name = module.scopes.qualified(call.func) or ""
            if not name.startswith(("sqlalchemy.", "sqlmodel.")):
                return True
    return False


def _has_other_runner(code: TaskCode) -> bool:
    """Whether a function calls a runner of coroutines that cannot be seen: it may keep one loop."""
    scopes, runners = code.module.scopes, code.module.settings.async_runners
    names = (scopes.qualified(call.func) for call in code.calls)
    return any(name and not name.startswith((":", "asgiref.")) and matches_any(name, runners) for name in names)


def _is_loop_bound(scopes: Scopes, url: ast.expr | None, depth: int = 0) -> bool:
    """Whether a URL names such a driver: as text, at the beginning of one, or put into one."""
    node = scopes.assigned(url) if url is not None else None
    text = text_of(node, scopes)
    if text is not None:
        return text.partition(":")[0] in LOOP_BOUND_DRIVERS
    if node is None or depth > _MAX_DEPTH:
        return False
    if isinstance(node, ast.JoinedStr):
        return bool(node.values) and _is_loop_bound(scopes, node.values[0], depth + 1)
    if isinstance(node, ast.BinOp):
        return _is_loop_bound(scopes, node.left, depth + 1)
    if isinstance(node, ast.Call) and node.args:
        if scopes.qualified(node.func) in URL_FACTORIES:
            return _is_loop_bound(scopes, node.args[0], depth + 1)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "replace" and len(node.args) > 1:
            return _is_loop_bound(scopes, node.args[1], depth + 1)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            return _is_loop_bound(scopes, node.func.value, depth + 1)
    return False
