"""Tasks sent after something was written, and before it is committed."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING_NOW
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.handler import Watcher
from celerylint.facts.module import Module
from celerylint.facts.name_use import is_same_later
from celerylint.facts.project import ANYTHING, done_elsewhere
from celerylint.facts.session import Session, is_session
from celerylint.facts.session_life import is_made
from celerylint.facts.transaction import (
    WRITING,
    Event,
    Transaction,
    events,
    is_atomic,
    method_of,
    sent_by_function,
)
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, TRIES, Function
from celerylint.syntax.node import WITHS, last_name, subtree, values_given

_UNWRITTEN = "unwritten"
_WRITTEN = "written"
_MOST_SENT = 5  # each that is followed may double the states of a function
_ENDING = frozenset({"commit", "rollback", "close"})
_UNKNOWN_END = _ENDING | {"begin", ANYTHING}


class EarlyDispatch:
    """A call that sends a task while the transaction that holds the writes before it is open."""

    words = ("atomic", "begin", "begin_nested", "commit")
    pattern = regex(r"atomic|\w+\s*\(")

    def __init__(self, module: Module, event: Event, is_django: bool) -> None:
        self.module = module
        self.node = event.node
        self.task = event.task
        self.helper = event.helper
        self.is_django = is_django

    @classmethod
    def find(cls, module: Module) -> Iterable[EarlyDispatch]:
        blocks, committing = module.all(Transaction), _committing(module)
        senders = _senders(module) if blocks or committing else set()
        found: dict[ast.AST, EarlyDispatch] = {}
        for block in blocks:
            if _may_send(module, block.node, senders):
                inside = _Block(module)
                outcomes(block.node.body, frozenset({_UNWRITTEN}), inside)
                for event in inside.early.values():
                    found.setdefault(event.node, cls(module, event, block.is_django))
        for function, session in committing:
            if _may_send(module, function, senders):
                between = _BeforeCommit(module, session)
                outcomes(function.body, frozenset({_UNWRITTEN}), between)
                for event in between.early.values():
                    found.setdefault(event.node, cls(module, event, is_django=False))
        return sorted(found.values(), key=lambda fact: fact.span)

    @property
    def can_be_deferred(self) -> bool:
        """Whether Django's `on_commit` can send it: nothing uses its result or handles its errors, it would send the
        same, and the transaction is that of the default database."""
        parents = self.module.index.parents
        is_alone = self.is_django and not self.helper and isinstance(parents[self.node], ast.Expr)
        return is_alone and is_same_later(self.module, self.node) and not any(map(self._hinders, self._above()))

    def _above(self) -> Iterable[ast.AST]:
        """What stands around it, as far as its function."""
        for above in self.module.index.ancestors(self.node):
            yield above
            if isinstance(above, FUNCTIONS):
                return

    def _hinders(self, above: ast.AST) -> bool:
        if isinstance(above, FUNCTIONS):
            opened = above.decorator_list
            stored = {node.attr for node in self.module.index.own(above, ast.Attribute) if _is_stored(node)}
            read = {part.attr for part in subtree(self.node) if isinstance(part, ast.Attribute)}
            if isinstance(above, ast.AsyncFunctionDef) or stored & read:
                return True
        else:
            opened = [item.context_expr for item in above.items] if isinstance(above, WITHS) else []
        begun = [each for each in opened if isinstance(each, ast.Call) and is_atomic(self.module, each)]
        of_other = any(each.args or any(given.arg in ("using", None) for given in each.keywords) for each in begun)
        return of_other or (isinstance(above, TRIES) and bool(above.handlers))  # type: ignore[attr-defined]

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _is_stored(node: ast.Attribute) -> bool:
    return isinstance(node.ctx, ast.Store)


def _senders(module: Module) -> set[ast.AST]:
    """The functions that call something named like what sends a task."""
    calls = module.index.calls(*SENDING_NOW) if module.may_hold(Dispatch) else []
    return {function for call in calls if (function := module.index.enclosing_function(call))}


def _may_send(module: Module, node: ast.AST, senders: set[ast.AST]) -> bool:
    """Whether in a node something may be written, and something sent: at once, by one of those functions, if the
    function around it names one, or by one of another file."""
    body = node if isinstance(node, FUNCTIONS) else module.index.enclosing_function(node) or module.index.tree
    calls = module.index.within(body, ast.Call, node, node)
    if not _may_write(module, calls):
        return False
    names = {sender.name for sender in senders if isinstance(sender, FUNCTIONS)}
    if senders and (body is module.index.tree or module.index.mentions(body, names)):
        return True
    if body in senders and any(method_of(call) in SENDING_NOW for call in calls):
        return True
    return any(sent_by_function(module, call) for call in calls)


def _may_write(module: Module, calls: list[ast.Call]) -> bool:
    """Whether the names of calls tell of a write, or of a function of this file; with a session there are more ways."""
    names = {last_name(call.func) for call in calls}
    may = not names.isdisjoint(WRITING) or not names.isdisjoint(module.scopes.defining_names)
    return may or module.speaks_of(Session)


def _committing(module: Module) -> list[tuple[Function, str]]:
    """The functions that commit a session, and the sessions, by their source."""
    found: dict[tuple[Function, str], None] = {}
    for call in module.index.calls("commit") if module.speaks_of(Session) else ():
        function = module.index.enclosing_function(call)
        if function and isinstance(call.func, ast.Attribute) and is_session(module, call.func.value):
            found[function, ast.unparse(call.func.value)] = None
    return list(found)


class _Block(Watcher):
    """The life of a transaction that ends with its block: nothing written, or something."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._events: dict[ast.AST, list[Event]] = {}
        self.early: dict[ast.AST, Event] = {}

    def _of(self, node: ast.AST) -> list[Event]:
        if node not in self._events:
            self._events[node] = events(self._module, node)
        return self._events[node]

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        for event in self._of(node):
            if event.kind == "write":
                state = _WRITTEN
            elif state == _WRITTEN and not self._is_before_raise(event.node):
                self.early[event.node] = event
        return state, state

    def _is_before_raise(self, node: ast.AST) -> bool:
        """Whether its block ends by raising: what is sent there tells of a failure, and is to run although the
        transaction is rolled back."""
        below = node
        for above in self._module.index.ancestors(node):
            body = getattr(above, "body", None)
            if isinstance(body, list) and below in body and isinstance(body[-1], ast.Raise):
                return True
            if isinstance(above, FUNCTIONS):
                return False
            below = above
        return False


class _BeforeCommit(_Block):
    """The life of a session between its commits: what was sent after a write is early once a commit follows.

    A state is `unwritten`, `written`, or `written` and the places of what was sent since. A call that takes the
    session, or a function of this file that commits, may have committed it.
    """

    def __init__(self, module: Module, session: str) -> None:
        super().__init__(module)
        self._session = session
        self._sent: dict[str, Event] = {}
        self._endings: dict[ast.AST, str | None] = {}

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        for event in self._of(node):
            if event.kind == "write" and event.session == self._session:
                state = state if state.startswith(_WRITTEN) else _WRITTEN
            elif event.kind == "send" and state.startswith(_WRITTEN):
                state = self._with(event, state)
        if node not in self._endings:
            self._endings[node] = self._ending(node)
        ended = self._endings[node]
        if ended == "commit":
            self.early |= {self._sent[place].node: self._sent[place] for place in state.split(" ")[1:]}
        return (_UNWRITTEN if ended else state), state

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        """After `with Session() as session` and `with session.begin()` nothing is left to be committed."""
        bound = [item.optional_vars for item in node.items if item.optional_vars]
        begun = [_receiver(item.context_expr) for item in node.items]
        ended = any(self._is_session(part) for part in (*bound, *begun) if part)
        return _UNWRITTEN if ended else state

    def _is_session(self, node: ast.expr) -> bool:
        return isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node) == self._session

    def _with(self, event: Event, state: str) -> str:
        place = f"{event.node.lineno}:{event.node.col_offset}"
        if place not in self._sent and len(self._sent) < _MOST_SENT:
            self._sent[place] = event
        return f"{state} {place}" if place in self._sent and place not in state.split(" ") else state

    def _ending(self, node: ast.AST) -> str | None:
        """The method of the session that a statement ends its transaction with; `unknown` if somebody else may."""
        ended = "unknown" if isinstance(node, ast.Assign) and any(map(self._is_session, node.targets)) else None
        for call in _calls(node):
            receiver = _receiver(call)
            if receiver is not None and self._is_session(receiver):
                ended = method_of(call) if method_of(call) in _ENDING else ended
            elif self._may_commit(call):
                ended = ended or "unknown"
        return ended

    def _may_commit(self, call: ast.Call) -> bool:
        name = last_name(call.func)
        function = self._module.scopes.definition(call.func) if name in self._module.scopes.defining_names else None
        if isinstance(function, FUNCTIONS):
            inside = self._module.index.own(function, ast.Call)
            return any(isinstance(inner.func, ast.Attribute) and inner.func.attr == "commit" for inner in inside)
        given = [] if is_made(call) else filter(self._is_session, values_given(call))
        done = [done_elsewhere(self._module, call, each) for each in given]
        return any(not each.isdisjoint(_UNKNOWN_END) for each in done) or "commit" in name or "save" in name


def _receiver(node: ast.AST) -> ast.expr | None:
    """What a method is called on."""
    return node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None


def _calls(node: ast.AST) -> list[ast.Call]:
    parts = list(subtree(node, stop=(*FUNCTIONS, ast.ClassDef, ast.Lambda)))
    return [part for part in parts if isinstance(part, ast.Call)] if not isinstance(node, FUNCTIONS) else []
