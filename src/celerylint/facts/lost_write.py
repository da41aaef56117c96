"""Writes to a session that nobody commits."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.settings import Settings, matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.parameters import default_of, parameter_of
from celerylint.facts.query import Query
from celerylint.facts.session import is_factory, is_unpacked_maker
from celerylint.facts.session_call import SessionCall, UsedSession, ends_session
from celerylint.facts.session_life import is_made
from celerylint.syntax.index import FUNCTIONS, descendants
from celerylint.syntax.node import is_none, names_in, without_await

_KEEPING = frozenset(
    "commit begin run_sync connection get_transaction transaction bind get_bind expunge expunge_all".split()
)
_AUTOCOMMIT = frozenset({"autocommit", "isolation_level", "execution_options", None})
_SWITCH = regex(r"(?i)commit|save|dry|persist|store|apply|write|flush")
_PLAIN_FACTORIES: tuple[str, ...] = Settings._field_defaults["session_factories"]


class LostWrite:
    """The first write to a session that the function opens itself, where no way through the function commits it; or
    only one that depends on an argument which may be left out: its name is the `condition`."""

    of = UsedSession

    def __init__(self, session: UsedSession, node: ast.expr, condition: str | None) -> None:
        self.module = session.module
        self.session = session.name
        self.node = node
        self.condition = condition

    @classmethod
    def find(cls, module: Module) -> Iterable[LostWrite]:
        for session in module.all(UsedSession):
            if not session.is_local or not _is_opened_plainly(session):
                continue
            writes: list[ast.expr] = [call.node for call in session.calls if call.writes and not _may_attach(call)]
            writes += _changed_rows(session)
            writes.sort(key=module.span)
            commits = [call for call in session.calls if call.method == "commit"]
            condition = _only_condition(commits) if writes else None
            if not writes or _may_be_kept(session, condition):
                continue
            if commits:
                writes = [node for node in writes if condition and condition not in _conditions(module, node)]
            if writes:
                yield cls(session, writes[0], condition)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _may_attach(call: SessionCall) -> bool:
    """Whether a call may only bring an object of elsewhere into the session, to read more of it: `merge`, or `add` of
    what a helper was handed."""
    if call.method.startswith("merge"):
        return True
    given = call.node.args[0] if call.node.args else None
    if call.code.is_task or not isinstance(given, ast.Name):
        return False
    return any(binding.how == "parameter" for binding in call.module.scopes.bindings(given))


def _is_opened_plainly(session: UsedSession) -> bool:
    """Whether the session is opened in the function, once, by what commits nothing when it is closed."""
    module = session.module
    bindings = module.scopes.locals(session.code.node)[session.name]
    opening = bindings[0].node
    opening = without_await(opening)
    if len(bindings) != 1 or bindings[0].how not in ("value", "enter") or not isinstance(opening, ast.Call):
        return False
    function = module.scopes.qualified(opening.func) or ""
    if is_unpacked_maker(module, opening.func):
        return True
    if function.endswith(".connect") or module.scopes.defined(function) or not is_factory(module, function):
        return False  # of a connection, SQLAlchemy before 2.0 commits each statement
    maker = module.scopes.assigned(opening.func)
    made = [node for node in (opening, maker) if isinstance(node, ast.Call)]
    names = list(names_in(*made))
    made += [node for node in map(module.scopes.assigned, names) if isinstance(node, ast.Call)]
    if any(binding.how == "enter" for name in names for binding in module.scopes.bindings(name)):
        return False  # `with engine.begin() as connection` commits what is done in it
    if any(keyword.arg in _AUTOCOMMIT for call in made for keyword in call.keywords):
        return False
    is_word = "(" not in function and matches_any(function, module.settings.session_factories)
    return not is_word or bindings[0].how == "value" or matches_any(function, _PLAIN_FACTORIES)


def _changed_rows(session: UsedSession) -> Iterator[ast.expr]:
    """The attributes that are set on rows which the function has read through the session."""
    module = session.module
    targets = [target for node in session.code.all(ast.Assign) for target in node.targets]
    for target in (*targets, *(node.target for node in session.code.all(ast.AugAssign))):
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            bindings = module.scopes.bindings(target.value)
            if len(bindings) != 1 or bindings[0].how not in ("value", "iterate"):
                continue
            is_row = _reads_row(session, bindings[0].node) and _is_alive(session, target)
            if is_row and not _has_other_keeper(session, target.value):
                yield target


def _is_alive(session: UsedSession, node: ast.AST) -> bool:
    """Whether a node stands inside the `with` that opened the session; after it, its rows are detached."""
    binding = session.module.scopes.locals(session.code.node)[session.name][0]
    if binding.how != "enter":
        return True
    opened = session.module.index.statement(binding.node)
    return any(above is opened for above in session.module.index.ancestors(node))


def _has_other_keeper(session: UsedSession, row: ast.Name) -> bool:
    """Whether a row is handed to another call, as another session's `add`, or saves itself."""
    parents = session.module.index.parents
    for use in session.module.index.mentions(session.code.node, (row.id,)):
        above = parents[use]
        call = parents[above] if isinstance(above, (ast.keyword, ast.Attribute, ast.Starred)) else above
        if isinstance(call, ast.Call) and (call.func is above or {use, above} & {*call.args, *call.keywords}):
            receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
            if receiver is None or not session.is_named_by(receiver):
                return True
    return False


def _reads_row(session: UsedSession, node: ast.AST) -> bool:
    node = without_await(node)
    query = session.module.at(Query, node)
    return query is not None and session.is_named_by(query.root)


def _may_be_kept(session: UsedSession, condition: str | None) -> bool:
    """Whether something else than a plain `commit()` may keep the work where the condition does not hold, or a rollback
    shows that nobody wants to."""
    module, code = session.module, session.code
    if any(call.method == "rollback" and call.handler is None for call in session.calls):
        return True
    committing = {call.node.func for call in session.calls if call.method == "commit"}
    for node in descendants(code.node):
        if session.is_named_by(node) and isinstance(getattr(node, "ctx", None), ast.Load):
            parent = module.index.parents[node]
            if isinstance(parent, ast.Attribute):
                if parent.attr in _KEEPING and parent not in committing:
                    return True
                continue
            call = module.index.parents[parent] if isinstance(parent, ast.keyword) else parent
            if isinstance(call, ast.withitem):
                continue
            is_taken = not isinstance(call, ast.Call) or is_made(call) or ends_session(module, call)
            if is_taken and condition not in _conditions(module, call):
                return True
    return False


def _only_condition(commits: list[SessionCall]) -> str | None:
    """The one argument that all commits outside handlers depend on, and that is None if it is left out."""
    straight = [commit for commit in commits if commit.handler is None]
    conditions = [_conditions(commit.module, commit.node) for commit in straight]
    shared = set.intersection(*conditions) if conditions else set()
    return shared.pop() if len(shared) == 1 else None


def _conditions(module: Module, node: ast.AST) -> set[str]:
    """The arguments with the default None that must be given for a node to be reached."""
    found = set()
    below = node
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            break
        if isinstance(above, ast.If) and below in above.body:
            test = above.test
            if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.IsNot):
                test = test.left
            if isinstance(test, ast.Name) and _is_optional_argument(module, test):
                found.add(test.id)
        below = above
    return found


def _is_optional_argument(module: Module, node: ast.Name) -> bool:
    """Whether a name is an argument that may be left out, and is not there to say whether to commit."""
    taken = None if _SWITCH.search(node.id) else parameter_of(module, node)
    return taken is not None and is_none(default_of(taken[0], node.id))
