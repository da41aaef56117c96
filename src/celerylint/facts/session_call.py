"""Calls of methods on sessions: `session.add(order)`, `await db.commit()`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.celery.databases import (
    BEGINNING_METHODS,
    BULK_QUERY_METHODS,
    CLOSING_METHODS,
    ENDING_METHODS,
    FETCHES,
    REPOSITORY_READS,
    SENDING_METHODS,
    WRITING_METHODS,
)
from celerylint.core.lazy import lazy
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.handler import Handler
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.project import ANYTHING, done_elsewhere
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import Session, is_session
from celerylint.facts.session_life import is_made
from celerylint.facts.statement import writes
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import is_name, values_given

_ENDING = BEGINNING_METHODS | ENDING_METHODS
_METHODS = FETCHES | SENDING_METHODS | WRITING_METHODS | CLOSING_METHODS | _ENDING | {"query", "refresh"}


class SessionCall:
    """A call of a method on a session in task code. `session` is the receiver as it is spelt."""

    of = TaskCode
    words = Session.words
    words_of = Session.words_of

    def __init__(self, code: TaskCode, node: ast.Call, receiver: ast.expr, method: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.receiver = receiver
        self.session = ast.unparse(receiver)
        self.method = method

    @classmethod
    def find(cls, module: Module) -> Iterable[SessionCall]:
        for code in module.all(TaskCode):
            for call in code.calls:
                function = call.func
                if not isinstance(function, ast.Attribute) or function.attr not in _METHODS:
                    continue
                if is_session(module, function.value):
                    yield cls(code, call, function.value, function.attr)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @lazy
    def writes(self) -> bool:
        """Whether the call is known to leave work that a commit would keep."""
        if self.method in WRITING_METHODS:
            return True
        if self.method == "query":
            return not BULK_QUERY_METHODS.isdisjoint(self._later_methods)
        return self.method in FETCHES and bool(self.node.args) and writes(self.module, self.node.args[0])

    @property
    def sends(self) -> bool:
        """Whether the call is known to send work to the database, which may refuse it: then the session has failed."""
        return self.method in SENDING_METHODS or (self.writes and self.method not in WRITING_METHODS)

    @property
    def _later_methods(self) -> list[str]:
        """The methods called on what the call gives."""
        found = []
        above = self.module.index.parents[self.node]
        while isinstance(above, (ast.Attribute, ast.Call)):
            if isinstance(above, ast.Attribute):
                found.append(above.attr)
            above = self.module.index.parents[above]
        return found

    @lazy
    def handler(self) -> Handler | None:
        """The innermost handler of the same function that the call stands in."""
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, ast.ExceptHandler):
                return self.module.at(Handler, above)
        return None


class UsedSession:
    """A session in a function of task code, and the calls on it there in source order."""

    of = SessionCall

    def __init__(self, code: TaskCode, name: str, calls: list[SessionCall]) -> None:
        self.code = code
        self.module = code.module
        self.name = name
        self.calls = calls
        self.node = calls[0].node
        self.span = calls[0].span

    @classmethod
    def find(cls, module: Module) -> Iterable[UsedSession]:
        calls: dict[tuple[TaskCode, str], list[SessionCall]] = {}
        for call in module.all(SessionCall):
            calls.setdefault((call.code, call.session), []).append(call)
        for (code, name), group in calls.items():
            yield cls(code, name, group)

    @property
    def is_local(self) -> bool:
        """Whether it is a variable of the function itself, which no other code knows."""
        return self.name in self.module.scopes.locals(self.code.node)

    def is_named_by(self, node: ast.AST) -> bool:
        """Whether an expression is the session, by its spelling."""
        if isinstance(node, ast.Attribute):
            return self.name.endswith(f".{node.attr}") and ast.unparse(node) == self.name
        return is_name(node, self.name)

    def takers(self, nodes: Iterable[ast.AST]) -> Iterator[ast.Call]:
        """The calls among nodes that are handed the session."""
        for call in nodes:
            if isinstance(call, ast.Call):
                given = values_given(call)
                if any(self.is_named_by(part.value if isinstance(part, ast.Starred) else part) for part in given):
                    yield call


def ends_session(module: Module, call: ast.Call) -> bool:
    """Whether a call that is handed a session may commit it, roll it back or close it: unless it is a method of a
    repository that reads, makes an object, or is a function of the project that does not, it may."""
    function = call.func
    if is_made(call):
        return False
    definition = module.scopes.definition(function)
    if isinstance(definition, FUNCTIONS):
        return _ends_parameter(definition)
    done = [done_elsewhere(module, call, value) for value in values_given(call) if is_session(module, value)]
    if done and not any(ANYTHING in each for each in done):
        return any(not each.isdisjoint(_ENDING | CLOSING_METHODS) for each in done)
    reads = isinstance(function, ast.Attribute) and function.attr.startswith(REPOSITORY_READS)
    return not (reads and is_of_repository(module, function))


def is_of_repository(module: Module, function: ast.expr) -> bool:
    """Whether a function is a method of what the settings call a repository."""
    if not isinstance(function, ast.Attribute):
        return False
    owner = (module.scopes.qualified(function.value) or "").removesuffix("()")
    return bool(owner) and matches_any(owner, module.settings.repositories)


def _ends_parameter(function: Function) -> bool:
    """Whether a function ends a session, or hands a parameter to another function, which may."""
    names = set(Parameters.of(function).positional) | Parameters.of(function).keyword
    for part in descendants(function):
        if isinstance(part, ast.Attribute) and part.attr in _ENDING | CLOSING_METHODS:
            return True
        if isinstance(part, ast.Call) and not is_made(part):
            owner = part.func.value if isinstance(part.func, ast.Attribute) else None
            given = values_given(part)
            if not _is_one_of(owner, names) and any(_is_one_of(each, names) for each in given):
                return True
    return False


def _is_one_of(node: ast.expr | None, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names
