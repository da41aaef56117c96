"""Sessions and connections that are opened when a module is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import CLOSING_METHODS, ENGINE_CONNECTS, METADATA_CONNECTS
from celerylint.core.span import Span
from celerylint.facts.engine import is_pooled, made_engine
from celerylint.facts.import_time import is_run_by_import
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import Session, is_factory
from celerylint.syntax.bindings import Binding
from celerylint.syntax.node import is_name, subtree, without_await

_CONNECTING = ENGINE_CONNECTS | METADATA_CONNECTS


class ModuleSession:
    """A session, or a connection, that a module opens for all the tasks in it which use its name."""

    of = TaskCode
    words = Session.words
    words_of = Session.words_of

    def __init__(self, module: Module, node: ast.Call, name: str) -> None:
        self.module = module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[ModuleSession]:
        names = [(name, bindings[0].node) for name, bindings in _module_names(module) if len(bindings) == 1]
        for name, node in names:
            node = without_await(node)
            opens = isinstance(node, ast.Call) and is_factory(module, module.scopes.qualified(node.func) or "")
            if isinstance(node, ast.Call) and opens and any(_uses(code, {name}) for code in module.all(TaskCode)):
                yield cls(module, node, name)

    @cached_property
    def span(self) -> Span:
        """The place of the call that opens it."""
        return self.module.span(self.node)

    @property
    def is_closed_by_somebody(self) -> bool:
        """Whether the file closes it, or the registry that gave it, in a task or a signal handler, so that the next
        task finds it fresh."""
        closing = (call.func for call in self.module.index.calls(*CLOSING_METHODS))
        owners = {ast.unparse(function.value) for function in closing if isinstance(function, ast.Attribute)}
        return not owners.isdisjoint((self.name, ast.unparse(self.node.func)))


class ImportConnection:
    """A pooled engine that connects when its module is imported, and is used by tasks of the file."""

    of = TaskCode
    words = ("create_engine",)

    def __init__(self, module: Module, node: ast.Call, name: str) -> None:
        self.module = module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[ImportConnection]:
        if ".dispose(" in module.source.text:
            return  # the children may be given fresh connections
        for name, bindings in _module_names(module):
            made = bindings[0].node
            if len(bindings) != 1 or not isinstance(made, ast.Call):
                continue
            if made_engine(module, made) and is_pooled(module, made):
                users = {name} | _named_after(module, name)
                call = next(_connecting_calls(module, name), None)
                if call and any(_uses(code, users) for code in module.all(TaskCode)):
                    yield cls(module, call, name)

    @cached_property
    def span(self) -> Span:
        """The place of the call that connects."""
        return self.module.span(self.node)


def _module_names(module: Module) -> list[tuple[str, list[Binding]]]:
    """The names that the module binds to values, if it holds tasks."""
    if not module.all(TaskCode):
        return []
    table = module.scopes.locals(module.index.tree)
    return [(name, bindings) for name, bindings in table.items() if bindings[0].how == "value"]


def _uses(code: TaskCode, names: set[str]) -> bool:
    """Whether a function names something of its module."""
    tree, scopes = code.module.index.tree, code.module.scopes
    return any(node.id in names and scopes.scope_of(node, node.id) is tree for node in code.all(ast.Name))


def _named_after(module: Module, engine: str) -> set[str]:
    """The names of the module that are bound to what is made of the engine: makers of sessions, registries."""
    found = {engine}
    for name, bindings in _module_names(module):
        parts = [part for binding in bindings for part in subtree(binding.node)]
        if any(isinstance(part, ast.Name) and part.id in found for part in parts):
            found.add(name)
    return found


def _connecting_calls(module: Module, engine: str) -> Iterator[ast.Call]:
    """The calls at import that connect an engine: `engine.connect()`, `Base.metadata.create_all(engine)`."""
    for call in module.index.own(module.index.tree, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in _CONNECTING:
            parts = [call.func.value, *call.args, *(keyword.value for keyword in call.keywords)]
            named = any(is_name(part, engine) for part in parts)
            if named and is_run_by_import(module, call):
                yield call
