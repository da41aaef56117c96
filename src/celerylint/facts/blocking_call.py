"""Calls that hold up the event loop."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.blocking import BLOCKING_FUNCTIONS, IN_THREAD
from celerylint.celery.databases import FETCHES, QUERY_FETCHES, SENDING_METHODS
from celerylint.core.span import Span
from celerylint.facts.async_session import async_kind
from celerylint.facts.http_request import HttpRequest
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_call import SessionCall
from celerylint.syntax.node import last_name, last_names
from celerylint.syntax.value import fold

_NAMES = last_names(BLOCKING_FUNCTIONS)
_SPEAKING = FETCHES | SENDING_METHODS | QUERY_FETCHES | {"rollback", "refresh"}


class BlockingCall:
    """A call in a coroutine of task code that blocks the thread until it is done: `instead` is what to await."""

    of = TaskCode
    words = ("async",)

    def __init__(self, code: TaskCode, node: ast.Call, instead: str) -> None:
        self.module = code.module
        self.node = node
        self.function = ast.unparse(node.func)
        self.instead = instead

    @classmethod
    def find(cls, module: Module) -> Iterable[BlockingCall]:
        for code in module.all(TaskCode):
            for call in code.calls if code.is_coroutine else ():
                instead = _instead(module, call)
                if instead and not _runs_elsewhere(module, call):
                    yield cls(code, call, instead)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _instead(module: Module, call: ast.Call) -> str | None:
    is_short = len(call.args) == 1 and fold(call.args[0], module.scopes) == 0  # `time.sleep(0)`
    if not is_short and (last_name(call.func) in _NAMES or isinstance(call.func, ast.Name)):
        known = BLOCKING_FUNCTIONS.get(module.scopes.qualified(call.func) or "")
        if known:
            return known
    request = module.at(HttpRequest, call)
    if request:
        return None if request.is_async else f"a request of `httpx.AsyncClient`, or {IN_THREAD}"
    session = module.at(SessionCall, call)
    if session and session.method in _SPEAKING and _is_plain(module, session.receiver):
        return f"a call of an `AsyncSession`, or {IN_THREAD}"
    return None


def _is_plain(module: Module, session: ast.expr) -> bool:
    """Whether a session is surely no async one: made by a class or maker of SQLAlchemy's plain ones, or entered by a
    plain `with`."""
    bindings = module.scopes.bindings(session) if isinstance(session, ast.Name) else []
    entered = [binding.node for binding in bindings if binding.how == "enter"]
    parents = module.index.parents
    if entered and all(isinstance(parents[parents[manager]], ast.With) for manager in entered):
        return True
    qualified = module.scopes.qualified(session) or ""
    return qualified.startswith(("sqlalchemy.orm.", "sqlmodel.Session")) and async_kind(module, session) is None


def _runs_elsewhere(module: Module, call: ast.Call) -> bool:
    """Whether the call is awaited after all, or stands in a lambda, which may run in a thread."""
    if isinstance(module.index.parents[call], ast.Await):
        return True
    around = (above for above in module.index.ancestors(call) if isinstance(above, (ast.Lambda, ast.AsyncFunctionDef)))
    return isinstance(next(around, None), ast.Lambda)
