"""Where task code opens sessions, and of which kind they are."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import (
    ASYNC_ENGINE_FACTORIES,
    ASYNC_SESSION_MAKERS,
    AWAITED_METHODS,
    ENGINE_CLASSES,
    ENGINE_FACTORIES,
    SESSION_CLASSES,
    SESSION_MAKERS,
)
from celerylint.core.span import Span
from celerylint.facts.async_session import async_kind
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import Session, is_session_name, is_unpacked_maker
from celerylint.facts.session_call import UsedSession
from celerylint.syntax.node import callee, is_name, keyword_value
from celerylint.syntax.scopes import ENTERED

ENGINES = ENGINE_FACTORIES | ASYNC_ENGINE_FACTORIES | ENGINE_CLASSES
_HOLDERS = SESSION_CLASSES | SESSION_MAKERS | ASYNC_SESSION_MAKERS
_MAX_STEPS = 10


class SessionOpening:
    """A session or connection that task code opens: `async with SessionLocal() as session`, `session = SessionLocal()`.

    `node` is the opening call, `is_async` whether it is to be awaited; None if that does not show.
    """

    of = TaskCode
    words = Session.words
    words_of = Session.words_of

    def __init__(self, code: TaskCode, node: ast.Call, is_async: bool | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.is_async = is_async
        opener = node.args[0] if is_name(node.func, "next") and node.args else node
        self.function = ast.unparse(callee(opener))

    @classmethod
    def find(cls, module: Module) -> Iterable[SessionOpening]:
        for code in module.all(TaskCode):
            for block in code.withs:
                for item in block.items:
                    if isinstance(item.context_expr, ast.Call) and _opens(module, item.context_expr):
                        yield cls(code, item.context_expr, isinstance(block, ast.AsyncWith))
        used = {(each.code, each.name): each for each in module.all(UsedSession)}
        for session in module.all(Session):
            uses = used.get((session.code, session.name or ""))
            yield cls(session.code, session.node, _kind(module, session, uses))

    @cached_property
    def span(self) -> Span:
        """The place of the opening call."""
        return self.module.span(self.node)

    @property
    def is_handed_on(self) -> bool:
        """Whether a plain function opens it that is handed to something, perhaps to be run in a thread."""
        return not self.code.is_coroutine and self.code.is_handed_on

    @property
    def early_import(self) -> ast.ImportFrom | None:
        """The import at the top of the file that gives what opens the session, if only functions use that."""
        name: ast.expr = self.node.func
        while isinstance(name, (ast.Attribute, ast.Call)):
            name = name.value if isinstance(name, ast.Attribute) else name.func
        bindings = self.module.scopes.bindings(name) if isinstance(name, ast.Name) else []
        given = bindings[0].node if [each.how for each in bindings] == ["import"] else None
        tree = self.module.index.tree
        if not isinstance(given, ast.ImportFrom) or given not in self.module.index.own(tree, ast.ImportFrom):
            return None
        used = self.module.index.mentions(tree, (name.id,)) if isinstance(name, ast.Name) else []
        return None if any(isinstance(use, ast.Name) for use in used) else given

    @cached_property
    def source(self) -> object:
        """What the session comes from, which its engine comes from as well; None if that is not known."""
        return source_of(self.module, self.node)


def _opens(module: Module, call: ast.Call) -> bool:
    """Whether what a `with` enters is a session: also one of a maker that a function gave, `get_session_maker()()`."""
    qualified = module.scopes.qualified(call)
    if qualified and is_session_name(module, qualified + ENTERED):
        return True
    return is_unpacked_maker(module, call.func) or is_session_name(module, module.scopes.qualified(call.func))


def _kind(module: Module, session: Session, uses: UsedSession | None) -> bool | None:
    """Whether a session that is kept in a name is an async one: by its class, or by how it is used."""
    if async_kind(module, session.node):
        return True
    parents = module.index.parents
    waited = [call for call in uses.calls if call.method in AWAITED_METHODS["session"]] if uses else []
    if any(isinstance(parents[call.node], ast.Await) for call in waited):
        return True
    is_plain = any(not isinstance(parents[call.node], (ast.Call, ast.keyword)) for call in waited)
    return False if is_plain or (uses and any(call.method == "query" for call in uses.calls)) else None


def source_of(module: Module, node: ast.AST) -> object:
    """What an engine and its sessions come from alike: the module that both are imported from, the call that gave both,
    or the call that made the engine. None if that is not known."""
    scopes = module.scopes
    for _ in range(_MAX_STEPS):
        if isinstance(node, ast.Call):
            made = scopes.qualified(node.func)
            if made in ENGINES:
                return node
            bound = (node.args[0] if node.args else keyword_value(node, "bind")) if made in _HOLDERS else None
            node = bound or node.func
        elif isinstance(node, ast.Await):
            node = node.value
        elif isinstance(node, ast.Name):
            bindings = scopes.bindings(node)
            if len(bindings) != 1:
                return None
            if bindings[0].how == "import":
                return bindings[0].path.rpartition(".")[0]
            if bindings[0].how == "unpack":
                return bindings[0].node
            if bindings[0].how != "value":
                return None
            node = bindings[0].node
        elif isinstance(node, ast.Attribute):
            qualified = scopes.qualified(node) or ""
            if node.attr in ("begin", "connect") or qualified.startswith(":") or "(" in qualified:
                node = node.value
            else:
                return qualified.rpartition(".")[0] or None
        else:
            return None
    return None
