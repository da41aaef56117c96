"""SQLAlchemy's async sessions, connections and engines in task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.databases import (
    ASYNC_CONNECTION_CLASSES,
    ASYNC_ENGINE_CLASSES,
    ASYNC_ENGINE_FACTORIES,
    ASYNC_SCOPED_SESSIONS,
    ASYNC_SESSION_CLASSES,
    ASYNC_SESSION_MAKERS,
    AWAITED_METHODS,
)
from celerylint.facts.coroutine import Coroutine
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode, arguments_for
from celerylint.facts.session import is_session
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.scopes import ENTERED

_FACTORIES = ASYNC_SESSION_MAKERS | ASYNC_SCOPED_SESSIONS
_METHODS = frozenset().union(*AWAITED_METHODS.values())
_MAX_DEPTH = 4
WORDS = ("sqlalchemy.ext.asyncio", "sqlmodel.ext.asyncio", "async with")


class AsyncCall(Coroutine):
    """A call of a coroutine method of an async session, connection or engine: `kind` says of which."""

    of = TaskCode
    words = WORDS

    def __init__(self, code: TaskCode, node: ast.Call, kind: str) -> None:
        super().__init__(code, node)
        self.kind = kind

    @classmethod
    def find(cls, module: Module) -> Iterable[AsyncCall]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if isinstance(call.func, ast.Attribute) and call.func.attr in _METHODS:
                    kind = async_kind(module, call.func.value)
                    if kind and call.func.attr in AWAITED_METHODS[kind]:
                        yield cls(code, call, kind)

    @property
    def is_handed_on(self) -> bool:
        """Whether a plain function makes the call that is handed to something: `run_sync` gives it a plain session."""
        return not self.code.is_coroutine and self.code.is_handed_on


def async_kind(module: Module, node: ast.expr, depth: int = 0) -> str | None:
    """Which async object of SQLAlchemy an expression is: a session, a connection, an engine; None if not known."""
    qualified = module.scopes.qualified(node)
    kind = _named_kind(module, qualified) if qualified else None
    if kind or depth > _MAX_DEPTH:
        return kind
    if isinstance(node, ast.Attribute):
        kept = _kept_in(module, node)
        return async_kind(module, kept, depth + 1) if kept else None
    if not isinstance(node, ast.Name):
        return None
    bindings = module.scopes.bindings(node)
    if len(bindings) != 1:
        return None
    binding = bindings[0]
    if binding.how == "enter" and _is_awaited(module, binding.node) and is_session(module, node):
        return "session"
    if binding.how == "parameter" and isinstance(binding.node, ast.arg) and binding.node.annotation is None:
        kinds = {async_kind(module, value, depth + 1) for value in arguments_for(module, binding.node)}
        return kinds.pop() if len(kinds) == 1 else None
    return None


def is_async_session(code: TaskCode, name: str | None, node: ast.expr) -> bool | None:
    """Whether the methods of a session are coroutines, as a function of task code uses it by a name, or as its
    expression says; None if that is not seen."""
    is_async = async_kind(code.module, node) in ("session", "connection")
    if is_async or not code.is_coroutine:
        return is_async if is_async == code.is_coroutine else None
    for call in code.calls:
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in _METHODS and ast.unparse(function.value) == name:
            return isinstance(code.module.index.parents[call], ast.Await)
    return None


def _kept_in(module: Module, node: ast.Attribute) -> ast.expr | None:
    """What the methods of a class of this file put into `self.session`, if they do so once."""
    instance = module.scopes.qualified(node.value) or ""
    owner = module.scopes.defined(instance.removesuffix("()"))
    values = []
    for method in owner.body if isinstance(owner, ast.ClassDef) else ():
        for statement in module.index.own(method, ast.Assign) if isinstance(method, FUNCTIONS) else ():
            target = statement.targets[0]
            is_same = isinstance(target, ast.Attribute) and target.attr == node.attr
            if is_same and module.scopes.qualified(target.value) == instance:  # type: ignore[attr-defined]
                values.append(statement.value)
    return values[0] if len(values) == 1 else None


def _is_awaited(module: Module, manager: ast.AST) -> bool:
    """Whether a context manager is entered by `async with`."""
    return isinstance(module.index.parents[module.index.parents[manager]], ast.AsyncWith)


def _named_kind(module: Module, qualified: str) -> str | None:
    if qualified.endswith(ENTERED):
        inner = qualified.removesuffix(ENTERED)
        begun = inner.removesuffix(".begin()")
        if begun != inner:
            return {"engine": "connection"}.get(_named_kind(module, begun) or "") or _kind_made_by(module, begun)
        return _named_kind(module, inner)
    return _kind_made_by(module, qualified[:-2]) if qualified.endswith("()") else None


def _kind_made_by(module: Module, maker: str) -> str | None:
    """What calling a qualified name gives."""
    if maker in ASYNC_SESSION_CLASSES or (maker.endswith("()") and maker[:-2] in _FACTORIES):
        return "session"
    if maker in ASYNC_ENGINE_FACTORIES | ASYNC_ENGINE_CLASSES:
        return "engine"
    if maker in ASYNC_CONNECTION_CLASSES:
        return "connection"
    if maker.endswith(".connect"):
        return "connection" if _named_kind(module, maker.removesuffix(".connect")) == "engine" else None
    definition = module.scopes.defined(maker)
    if isinstance(definition, ast.ClassDef):
        bases = {name for name in module.scopes.base_names(definition) if name}
        return "session" if bases & ASYNC_SESSION_CLASSES else None
    return None
