"""Reads of objects that an async session has expired: what would load them again fails in a coroutine."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import (
    ASYNC_SESSION_CLASSES,
    ASYNC_SESSION_MAKERS,
    READ_STATEMENTS,
    SCALAR_METHODS,
    SESSION_MAKERS,
)
from celerylint.core.span import Span
from celerylint.facts.async_session import WORDS, async_kind
from celerylint.facts.handler import Handler, Watcher
from celerylint.facts.item_handler import takes_database_errors
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_life import is_made
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, in_order
from celerylint.syntax.node import CALLABLES, DEFINITIONS, is_name, last_name, names_in, subtree, values_given
from celerylint.syntax.value import fold

_MAKERS = ASYNC_SESSION_CLASSES | ASYNC_SESSION_MAKERS | SESSION_MAKERS
_FORGETS = frozenset({"aclose", "close", "expire", "expire_all", "expunge", "expunge_all", "reset"})
_OF_RESULTS = frozenset({"all", "fetchall", "fetchmany", "first", "one", "one_or_none", "unique", "yield_per"})
_CAUSES = {"commit": ("commit", "failed flush"), "rollback": ("rollback",), "flush": ("failed flush",)}
_MAX_LINKS = 20
_MOST = 40  # names that are watched in one function
_HANDLERS = (ast.ExceptHandler, *FUNCTIONS)
_EXPIRED = frozenset({"commit", "rollback", "failed flush"})
_NO_COLUMNS = frozenset({"awaitable_attrs", "metadata", "registry"})


class ExpiredRead:
    """The first read of an attribute of objects that `cause` has expired: a commit, a rollback or a failed flush.

    `is_of_later_item` means that it comes before the cause, and is reached again in a loop.
    """

    of = TaskCode
    words = WORDS

    def __init__(self, loaded: _Loaded, node: ast.Attribute, cause: str, is_of_later_item: bool) -> None:
        self.module = loaded.module
        self.session = loaded.session
        self.maker = loaded.maker
        self.node = node
        self.cause = cause
        self.is_of_later_item = is_of_later_item
        self.name = ast.unparse(node)
        self._object = ast.unparse(node.value)

    @classmethod
    def find(cls, module: Module) -> Iterable[ExpiredRead]:
        loops: dict[TaskCode, list[Loop]] = {}
        for loop in module.all(Loop):
            loops.setdefault(loop.code, []).append(loop)
        for code in module.all(TaskCode):
            called = {call.func.attr for call in code.calls if isinstance(call.func, ast.Attribute)}
            if code.is_coroutine and not called.isdisjoint(_CAUSES.keys() | {"begin"}):
                for loaded in _watched(code, loops.get(code, []))[:_MOST]:
                    first = loaded.first_expired_read()
                    if first:
                        yield cls(loaded, *first)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def handler(self) -> Span | None:
        """The place of the handler in a loop that rolls back what was done for its item, the object that is read."""
        for above in self.module.index.ancestors(self.node):
            handlers = above.handlers if isinstance(above, ast.Try) else ()
            for node in handlers:
                calls = [part for part in subtree(node) if isinstance(part, ast.Call)]
                if any(ast.unparse(call.func) == f"{self.session}.rollback" for call in calls):
                    handler = self.module.at(Handler, node)
                    of_item = handler and handler.loop and self._object in handler.loop.target_names
                    return handler.span if handler and of_item else None
            if isinstance(above, FUNCTIONS):
                break
        return None


class _Loaded(Watcher):
    """Objects that a coroutine loads with a session, or makes and adds to it, watched from statement to statement.

    They are none yet, new, loaded, idle (loaded, and no transaction has begun since the commit), or expired by a cause.
    `sources` load them, `bound_to` is what the names stand for.
    """

    def __init__(self, code: TaskCode, session: ast.Name, name: str) -> None:
        self._code = code
        self.module = self._module = code.module
        self.session = self._session = session.id
        made = _maker_that_expires(code.module, session)
        self.maker = code.module.span(made) if made else None
        self._expires = made is not None
        self.names = {name}
        self.sources: set[ast.AST] = set()
        self.bound_to: set[ast.AST] = set()
        self._reads: dict[ast.Attribute, str] = {}
        self._caused: dict[str, int] = {}
        self._parts: dict[ast.AST, list[ast.AST]] = {}

    def first_expired_read(self) -> tuple[ast.Attribute, str, bool] | None:
        """The first read after what expires the objects, else the first that a loop comes back to; and its cause."""
        outcomes(self._code.node.body, frozenset({"none"}), self)
        if not self._reads:
            return None
        after = [node for node, cause in self._reads.items() if node.lineno > self._caused[cause]]
        first = in_order(after or self._reads)[0]
        return first, self._reads[first], not after

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        if isinstance(node, DEFINITIONS):
            return state, None
        parts = self._parts.get(node)
        if parts is None:
            parts = self._parts[node] = list(subtree(node, stop=CALLABLES))
        if state in _EXPIRED:
            self._note(parts, state)
        fails = state if any(isinstance(part, (ast.Call, ast.Await, ast.Raise)) for part in parts) else None
        if not self.sources.isdisjoint(parts):
            return "loaded", fails
        if self._is_rebound_by(node):
            return "none", fails
        for call in (part for part in parts if isinstance(part, ast.Call)):
            state, failed = self._after(call, state)
            fails = failed or fails
        stored = [part.value for part in parts if isinstance(part, ast.Attribute) and _is_stored(part)]
        return ("loaded" if state == "idle" and any(map(self._is_ours, stored)) else state), fails

    def _note(self, parts: list[ast.AST], cause: str) -> None:
        """Keep what reads the expired objects. After a failed flush only a handler that takes its error comes on."""
        reads = [part for part in parts if isinstance(part, ast.Attribute) and self._is_read(part)]
        if reads and (cause != "failed flush" or self._is_in_handler_of_database_errors(reads[0])):
            self._reads.update(dict.fromkeys(reads, cause))

    def _is_in_handler_of_database_errors(self, node: ast.AST) -> bool:
        above = next((each for each in self._module.index.ancestors(node) if isinstance(each, _HANDLERS)), None)
        handler = self._module.at(Handler, above)
        return handler is not None and takes_database_errors(handler)

    def _after(self, call: ast.Call, state: str) -> tuple[str, str | None]:
        """The state after a call, and another than before in which it raises."""
        function = call.func
        if not (isinstance(function, ast.Attribute) and self._is_session(function.value)):
            handed = values_given(call)
            is_awaited = isinstance(self._module.index.parents[call], ast.Await)
            used = any(self._is_session(value) or (is_awaited and self._is_ours(value)) for value in handed)
            return ("loaded" if used and state in _EXPIRED | {"idle"} else state), None
        method = function.attr
        if method in _CAUSES and isinstance(self._module.index.parents[call], ast.Await):
            return self._after_end(method, state, call.lineno)
        if method in _FORGETS:
            return "none", None
        if method == "add" and call.args and self._is_ours(call.args[0]) and state == "none":
            return "new", None
        return ("loaded" if state in _EXPIRED | {"idle"} else state), None

    def _after_end(self, method: str, state: str, line: int) -> tuple[str, str | None]:
        for cause in _CAUSES[method]:
            self._caused[cause] = min(line, self._caused.get(cause, line))
        if method == "rollback":
            return {"loaded": "rollback", "failed flush": "rollback", "new": "none"}.get(state, state), None
        fails = {"loaded": "failed flush", "new": "none"}.get(state)
        if method == "flush" or state == "none" or state in _EXPIRED:
            return state, fails
        return ("commit" if self._expires else "idle"), fails

    def _is_session(self, node: ast.AST) -> bool:
        return is_name(node, self._session)

    def _is_ours(self, node: ast.AST) -> bool:
        """Whether a name stands for the objects, and no loop or other statement but an assignment makes it another."""
        if not (isinstance(node, ast.Name) and node.id in self.names):
            return False
        bindings = self._module.scopes.bindings(node)
        others = [binding for binding in bindings if binding.node not in self.bound_to]
        return len(others) < len(bindings) and all(binding.how == "value" for binding in others)

    def _is_rebound_by(self, node: ast.AST) -> bool:
        targets = node.targets if isinstance(node, (ast.Assign, ast.Delete)) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        names = list(names_in(*targets))
        return any(self._is_ours(name) and _is_stored(name) for name in names)

    def _is_read(self, node: ast.Attribute) -> bool:
        """Whether a node reads an attribute that is a column or a relationship, as far as can be told."""
        if not self._is_ours(node.value):
            return False
        parent = self._module.index.parents[node]
        called = isinstance(parent, ast.Call) and parent.func is node
        stored = _is_stored(node) and not isinstance(parent, ast.AugAssign)
        of_class = node.attr.startswith("_") or node.attr.isupper() or node.attr in _NO_COLUMNS
        return not (called or stored or of_class)

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        for item in node.items:
            manager, bound = item.context_expr, item.optional_vars
            if (bound is not None and self._is_session(bound)) or self._is_session(manager):
                return "none"  # the session is closed
            function = manager.func if isinstance(manager, ast.Call) else None
            if isinstance(function, ast.Attribute) and self._is_session(function.value):
                if function.attr == "begin_nested" and state == "failed flush":
                    return "loaded"
                if function.attr == "begin" and state != "none":
                    return self._after_end("commit", state, node.lineno)[0]
        return state


def _is_stored(node: ast.Name | ast.Attribute) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _watched(code: TaskCode, loops: list[Loop]) -> list[_Loaded]:
    """What a coroutine loads or adds, once for each name that the objects are bound to."""
    module = code.module
    found: dict[str, _Loaded] = {}
    assigned: list[tuple[ast.expr, ast.expr]] = [(node.targets[0], node.value) for node in code.all(ast.Assign)]
    assigned += [(node.target, node.value) for node in code.all(ast.AnnAssign) if node.value]
    assigned += [(node.target, node.value) for node in code.all(ast.NamedExpr)]
    for target, value in assigned:
        session = _loading_session(module, value) if isinstance(target, ast.Name) else None
        if isinstance(target, ast.Name) and session:
            loaded = found.setdefault(target.id, _Loaded(code, session, target.id))
            loaded.sources.add(value)
            loaded.bound_to.add(value)
    for call in code.calls:
        added = _added(module, call)
        if added:
            session, name, made = added
            found.setdefault(name, _Loaded(code, session, name)).bound_to.add(made)
    for loop in loops:
        if loop.iterable is None or not loop.target_names:
            continue
        name = loop.iterable.id if isinstance(loop.iterable, ast.Name) else loop.target_names[-1]
        session = None if isinstance(loop.iterable, ast.Name) else _loading_session(module, loop.iterable)
        if session:
            found.setdefault(name, _Loaded(code, session, name)).sources.add(loop.iterable)
        if session or (isinstance(loop.iterable, ast.Name) and name in found):
            found[name].names.update(loop.target_names)
            found[name].bound_to.add(loop.node.iter)  # type: ignore[attr-defined]
    return list(found.values())


def _added(module: Module, call: ast.Call) -> tuple[ast.Name, str, ast.Call] | None:
    """The session and the name in `session.add(order)`, and the call that made the order."""
    function, given = call.func, call.args[0] if call.args else None
    if not (isinstance(function, ast.Attribute) and function.attr == "add" and isinstance(given, ast.Name)):
        return None
    made, session = module.scopes.assigned(given), function.value
    if not (isinstance(session, ast.Name) and isinstance(made, ast.Call) and is_made(made)):
        return None
    return (session, given.id, made) if async_kind(module, session) == "session" else None


def _loading_session(module: Module, node: ast.expr) -> ast.Name | None:
    """The async session that an expression loads objects with: `await session.get(Order, 1)`, `(await
    session.scalars(select(Order))).all()`, `result.scalar_one()`; None if what it gives may be rows of columns."""
    methods: list[str] = []
    for _ in range(_MAX_LINKS):
        current = module.scopes.assigned(node) if isinstance(node, ast.Name) else node
        if isinstance(current, ast.Await):
            node = current.value
        elif isinstance(current, ast.Attribute):
            methods.append(current.attr)
            node = current.value
        elif isinstance(current, ast.Call) and isinstance(current.func, ast.Attribute):
            session = current.func.value
            if isinstance(session, ast.Name) and async_kind(module, session) == "session":
                return session if _gives_objects(module, current, current.func.attr, methods) else None
            node = current.func
        else:
            return None
    return None


def _gives_objects(module: Module, call: ast.Call, method: str, later: list[str]) -> bool:
    """Whether a call of a session, and the methods called on its result, give instances of a model."""
    if not call.args or not set(later) <= _OF_RESULTS | SCALAR_METHODS:
        return False
    if method in ("get", "get_one"):
        return not later and _is_class(call.args[0])
    if method == "execute" and SCALAR_METHODS.isdisjoint(later):
        return False
    return method in ("execute", "scalar", "scalars") and _selects_class(module, call.args[0])


def _selects_class(module: Module, statement: ast.expr) -> bool:
    """Whether a statement is `select(Model)` and what is called on it."""
    current = module.scopes.assigned(statement)
    for _ in range(_MAX_LINKS):
        if isinstance(current, ast.Attribute):
            current = module.scopes.assigned(current.value)
        elif isinstance(current, ast.Call):
            if module.scopes.qualified(current.func) in READ_STATEMENTS:
                return bool(current.args) and _is_class(current.args[0])
            current = current.func if isinstance(current.func, ast.Attribute) else None
        else:
            return False
    return False


def _is_class(node: ast.expr) -> bool:
    name = last_name(node)
    return name[:1].isupper() and not name.isupper()


def _maker_that_expires(module: Module, session: ast.Name) -> ast.Call | None:
    """What makes the sessions, if a commit is known to expire what they hold: in this file, without the option."""
    bindings = module.scopes.bindings(session)
    made = bindings[0].node if len(bindings) == 1 and bindings[0].how in ("value", "enter") else None
    calls: list[ast.Call] = []
    while isinstance(made, ast.Call):
        calls.append(made)
        made = module.scopes.assigned(made.func)
    if not calls or module.scopes.qualified(calls[-1].func) not in _MAKERS:
        return None
    given = [keyword for call in calls for keyword in call.keywords if keyword.arg in (None, "expire_on_commit")]
    expires = all(keyword.arg and fold(keyword.value, module.scopes) is True for keyword in given)
    return calls[-1] if expires else None
