"""Failures of sessions: what is done with one between a refused statement and the rollback."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import PENDING_METHODS, RESTORING_METHODS, SCOPED_SESSIONS
from celerylint.core.span import Span
from celerylint.facts.handler import Handler, Watcher
from celerylint.facts.item_handler import ItemHandler, takes_database_errors
from celerylint.facts.module import Module
from celerylint.facts.session_call import SessionCall, UsedSession, ends_session, is_of_repository
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, descendants
from celerylint.syntax.node import CALLABLES, DEFINITIONS, last_name, may_raise, subtree

_RESTORING = RESTORING_METHODS | {"begin"}


class SessionFailure:
    """A handler that takes what a refused `commit`, `flush` or write raises, where the session is used again before it
    is rolled back: in the handler or after it."""

    of = UsedSession
    words = ("except",)

    def __init__(self, handler: Handler, session: str, uses: list[SessionCall]) -> None:
        self.handler = handler
        self.module = handler.module
        self.node = handler.node
        self.session = session
        self.uses = uses

    @classmethod
    def find(cls, module: Module) -> Iterable[SessionFailure]:
        for used in module.all(UsedSession):
            if _may_be_taken(used):
                life = _Life(used)
                outcomes(used.code.node.body, frozenset({"sound"}), life)
                for handler, uses in life.uses.items():
                    yield cls(handler, used.name, sorted(uses, key=lambda use: use.span))

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.handler.span

    @cached_property
    def commit(self) -> SessionCall | None:
        """The first commit in the handler itself."""
        own = (use for use in self.uses if use.method == "commit" and use.handler is self.handler)
        return next(own, None)

    @property
    def is_of_an_item(self) -> bool:
        """Whether the handler goes on to the next item of a loop with the failed session."""
        item = self.module.at(ItemHandler, self.node)
        return item is not None and item.spoils


class FailureLeft:
    """A handler in a task that takes what a refused statement raises, and leaves the session of a registry failed: the
    next task of the process gets the same one. `session` is its name."""

    of = UsedSession
    words = ("scoped_session", "async_scoped_session")

    def __init__(self, handler: Handler, session: str) -> None:
        self.handler = handler
        self.node = handler.node
        self.session = session

    @classmethod
    def find(cls, module: Module) -> Iterable[FailureLeft]:
        for used in module.all(UsedSession):
            if used.code.all(ast.ExceptHandler) and _outlives_task(used):
                life = _Life(used)
                exits = outcomes(used.code.node.body, frozenset({"sound"}), life)
                for handler in life.taken_in(exits.get("next", frozenset()) | exits.get("return", frozenset())):
                    if handler not in life.uses:
                        yield cls(handler, used.name)

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.handler.span


def _may_be_taken(used: UsedSession) -> bool:
    """Whether a `try` around what sends work to the database has a handler that takes a refusal: a filter, before the
    costlier look at the flow."""
    sent = [call.node.lineno for call in used.calls if call.sends]
    handlers = [handler for handler in used.module.all(Handler) if sent and handler.code is used.code]
    bodies = [(handler.around.lineno, handler.node.lineno) for handler in handlers if takes_database_errors(handler)]
    return any(start <= line <= end for start, end in bodies for line in sent)


def _outlives_task(used: UsedSession) -> bool:
    """Whether a session is that of a registry of this file, which nothing that can be seen, or may be there, empties
    after the task."""
    module = used.module
    name = module.scopes.qualified(used.calls[0].receiver) or ""
    tasks = [task for task in used.code.tasks if task.node is used.code.node]
    is_plain = any(not task.has_code_around for task in tasks)
    return is_plain and name.partition("()")[0] in SCOPED_SESSIONS and not module.index.calls("remove", "close_all")


class _Life(Watcher):
    """A session in a function: sound, failed, or failed and taken by the handler on a line. Notes the uses of one that
    a handler has taken (`syntax/flow.py` may take a step twice, and notes are a set)."""

    def __init__(self, session: UsedSession) -> None:
        self.uses: dict[Handler, set[SessionCall]] = {}
        self._session = session
        self._module = session.module
        self._calls = {call.node: call for call in session.calls}
        self._handlers: dict[str, Handler] = {}

    def taken_in(self, states: Iterable[str]) -> list[Handler]:
        """The handlers that have taken the failure in these states."""
        return [self._handlers[state] for state in sorted(states) if state in self._handlers]

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        if isinstance(node, DEFINITIONS):
            return state, None
        parts = list(subtree(node, stop=CALLABLES))
        state = self._taken(node) if state == "failed" else state
        if any(self._is_rebound(part) for part in parts):
            return "sound", "sound"
        sent = False
        for call in sorted((self._calls[part] for part in parts if part in self._calls), key=lambda call: call.span):
            sent = sent or call.sends
            if call.method in _RESTORING:
                state = "sound"
            elif call.method not in PENDING_METHODS and state in self._handlers:
                handler = self._handlers[state]
                self.uses.setdefault(handler, set()).add(call)
                if call.method == "commit" or call.handler is not handler:
                    state = "sound"  # it has failed again, and that is enough
        if any(map(self._rolls_back, parts)) or any(map(self._may_restore, self._session.takers(parts))):
            state = "sound"
        raises = sent or may_raise(parts)
        return state, ("failed" if sent and state == "sound" else state) if raises else None

    def _may_restore(self, call: ast.Call) -> bool:
        """Whether a call that is handed the session may roll it back; a repository at most commits it."""
        return ends_session(self._module, call) and not is_of_repository(self._module, call.func)

    def _rolls_back(self, node: ast.AST) -> bool:
        """Whether a node calls what rolls back: a savepoint, the session by another name, a function of this file."""
        if not isinstance(node, ast.Call):
            return False
        if "rollback" in last_name(node.func).lower():
            return True
        definition = self._module.scopes.definition(node.func)
        parts = descendants(definition) if isinstance(definition, FUNCTIONS) else ()
        return any(isinstance(part, ast.Attribute) and part.attr in _RESTORING for part in parts)

    def _taken(self, node: ast.AST) -> str:
        """The state in which the handler around a node takes a failure; outside of any it is on its way out."""
        below = node
        for above in self._module.index.ancestors(node):
            if isinstance(above, FUNCTIONS) or below in getattr(above, "finalbody", ()):
                break
            if isinstance(above, ast.ExceptHandler):
                handler = self._module.at(Handler, above)
                if handler is None or not takes_database_errors(handler):
                    return "sound"
                self._handlers[f"failed {above.lineno}"] = handler
                return f"failed {above.lineno}"
            below = above
        return "failed"

    def _is_rebound(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id == self._session.name and isinstance(node.ctx, ast.Store)

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        for item in node.items:
            manager = item.context_expr
            if isinstance(manager, ast.Attribute) and manager.attr == "no_autoflush":
                continue
            named = [manager, item.optional_vars, *descendants(manager)]
            if not self._session.is_local or any(part and self._session.is_named_by(part) for part in named):
                return "sound"
        return "sound" if self.suppresses(node) else state

    def assume(self, test: ast.expr, state: str) -> bool | None:
        if isinstance(test, ast.Attribute) and test.attr == "is_active" and self._session.is_named_by(test.value):
            return state == "sound"
        return None
