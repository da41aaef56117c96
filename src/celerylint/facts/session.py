"""SQLAlchemy sessions: which expressions are one, and which are left open."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import (
    ENGINE_CLASSES,
    ENGINE_FACTORIES,
    PENDING_METHODS,
    SCOPED_SESSIONS,
    SESSION_CLASSES,
    SESSION_MAKERS,
)
from celerylint.core.settings import Words, matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, descendants

CLOSING_METHODS = frozenset({"close", "aclose", "remove", "close_all", "invalidate", "reset"})
_ENDING_METHODS = frozenset({"commit", "rollback"})
_BEGINNING_METHODS = frozenset({"begin", "begin_nested"})
_CLOSING_HELPER = re.compile(
    r"(?i)clos(e|ing)|clean_?up|release|dispose|tear_?down|remove|finish|enter_(async_)?context|^push|callback|register"
)
_STORING = frozenset("append appendleft add put put_nowait insert setdefault push".split())
_ENTER = ".__enter__()"
_NEXT = ".__next__()"
_BROAD = frozenset({"builtins.Exception", "builtins.BaseException"})
_MAX_DEPTH = 4


def is_session_name(module: Module, qualified: str | None) -> bool:
    """Whether a qualified name stands for a session, a connection, or a registry that is used like one."""
    if qualified is None:
        return False
    if _is_word(qualified, module.settings.scoped_sessions):
        return True
    if not qualified.endswith("()"):
        return False
    if qualified.endswith(_ENTER):
        inner = qualified[: -len(_ENTER)]
        inner = inner.removesuffix(".begin()") if inner.endswith(".begin()") else inner
        return is_session_name(module, inner) or _is_factory(module, inner) or _is_engine(module, inner)
    if qualified.endswith(_NEXT):
        return _is_word(qualified[: -len(_NEXT)].removesuffix("()"), module.settings.session_generators)
    if qualified[:-2] in SCOPED_SESSIONS:
        return True
    return _is_factory(module, qualified[:-2])


def _is_factory(module: Module, qualified: str) -> bool:
    """Whether calling a qualified name gives a session or a connection."""
    if qualified in SESSION_CLASSES or (
        qualified.endswith("()") and qualified[:-2] in SESSION_MAKERS | SCOPED_SESSIONS
    ):
        return True
    if qualified.endswith(".connect"):
        return _is_engine(module, qualified.removesuffix(".connect"))
    definition = module.scopes.defined(qualified)
    if isinstance(definition, ast.ClassDef):
        return not SESSION_CLASSES.isdisjoint(name for name in module.scopes.base_names(definition) if name)
    seen = module.project.is_session(qualified)
    return _is_word(qualified, module.settings.session_factories) if seen is None else seen


def _is_engine(module: Module, qualified: str) -> bool:
    return qualified.endswith("()") and qualified[:-2] in ENGINE_FACTORIES | ENGINE_CLASSES


def _is_word(qualified: str, words: Words) -> bool:
    """Whether a name of a module that cannot be seen is one of the settings words."""
    return not qualified.startswith((":", "builtins.")) and "(" not in qualified and matches_any(qualified, words)


def is_session(module: Module, node: ast.expr, depth: int = 0) -> bool:
    """Whether an expression is a session: by its origin, its annotation, or by what a caller in this file hands in."""
    if not module.may_hold(Session):
        return False
    if is_session_name(module, module.scopes.qualified(node)):
        return True
    if isinstance(node, ast.Call):
        return _is_unpacked_maker(module, node.func)
    if not isinstance(node, ast.Name):
        return False
    bindings = module.scopes.bindings(node)
    if len(bindings) != 1 or depth > _MAX_DEPTH:
        return False
    binding = bindings[0]
    if binding.how in ("enter", "value") and isinstance(binding.node, ast.Call):
        return _is_unpacked_maker(module, binding.node.func)
    if binding.how == "parameter" and isinstance(binding.node, ast.arg) and binding.node.annotation is None:
        return _is_handed_in(module, binding.node, depth)
    return False


def _is_unpacked_maker(module: Module, node: ast.expr) -> bool:
    """`maker, engine = create_task_session_maker()`: whether an expression is such a maker."""
    if not isinstance(node, ast.Name):
        return False
    bindings = module.scopes.bindings(node)
    if len(bindings) != 1 or bindings[0].how != "unpack" or bindings[0].position != 0:
        return False
    return is_session_name(module, module.scopes.qualified(bindings[0].node))


def _is_handed_in(module: Module, argument: ast.arg, depth: int) -> bool:
    """Whether every call of the parameter's function in task code hands it a session."""
    function = module.index.parents[module.index.parents[argument]]
    if not isinstance(function, FUNCTIONS):
        return False
    positional = Parameters.of(function).positional
    given = []
    is_method = isinstance(module.index.parents[function], ast.ClassDef)
    for call in (made.node for made in module.all(TaskCall) if made.function is function):
        shift = is_method and isinstance(call.func, ast.Attribute)
        position = positional.index(argument.arg) - shift if argument.arg in positional else -1
        named = [keyword.value for keyword in call.keywords if keyword.arg == argument.arg]
        given += named or call.args[position : position + 1 or None] if position >= 0 else named
    return bool(given) and all(is_session(module, value, depth + 1) for value in given)


class Session:
    """A session that task code opens: `node` is the opening call, `name` the variable it is bound to."""

    words = ("ession", "connect", "begin")
    words_of = ("session_factories", "session_generators", "scoped_sessions")

    def __init__(self, code: TaskCode, node: ast.Call, name: str | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[Session]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if not cls._opens(module, call):
                    continue
                holder, below = _unawaited(module, call)
                if isinstance(holder, ast.Assign) and len(holder.targets) == 1:
                    if isinstance(holder.targets[0], ast.Name):
                        yield cls(code, call, holder.targets[0].id)
                elif isinstance(holder, (ast.AnnAssign, ast.NamedExpr)) and isinstance(holder.target, ast.Name):
                    yield cls(code, call, holder.target.id)
                elif isinstance(holder, ast.Attribute) and not _is_managed(module, below):
                    yield cls(code, call, None)

    @staticmethod
    def _opens(module: Module, call: ast.Call) -> bool:
        if isinstance(call.func, ast.Attribute) and not _may_open(module, call.func.attr):
            return False
        function = module.scopes.qualified(call.func)
        opener = module.scopes.defined(function)
        if function in ("builtins.next", "builtins.anext"):
            # A generator that is kept in a name closes the session when it is closed or run to its end.
            kept = not call.args or not isinstance(call.args[0], ast.Call)
            return not kept and is_session_name(module, module.scopes.qualified(call))
        if isinstance(opener, FUNCTIONS) and not opener.decorator_list:
            return is_session_name(module, module.scopes.qualified(call))
        return (function is not None and _is_factory(module, function)) or _is_unpacked_maker(module, call.func)

    @cached_property
    def span(self) -> Span:
        """The place of the opening call."""
        return self.module.span(self.node)

    @property
    def is_connection(self) -> bool:
        """Whether it is a connection, which a commit does not give back."""
        return (self.module.scopes.qualified(self.node) or "").endswith(".connect()")

    @property
    def _has_other_owner(self) -> bool:
        """Whether the function opens the session for somebody else, or shares it: it is returned, stored, bound in
        other ways too, or closed by a function inside."""
        code, name = self.code, self.name or ""
        returned = [node.value for node in code.all(ast.Return) if node.value]
        stored = [node.value for node in code.all(ast.Assign) if not isinstance(node.targets[0], ast.Name)]
        if any(_gives_away(value, name) for value in (*returned, *stored)):
            return True
        inner = [*code.all(ast.FunctionDef), *code.all(ast.AsyncFunctionDef)]
        parts = [part for function in inner for part in descendants(function) if isinstance(part, ast.Attribute)]
        if any(_is_name(part.value, name) and part.attr in CLOSING_METHODS for part in parts):
            return True
        bindings = self.module.scopes.locals(code.node)[name]
        return any(not _opens_or_is_none(self.module, binding.node) for binding in bindings)

    @cached_property
    def leaks(self) -> bool:
        """Whether some way out of the function, an exception included, leaves the session in use.

        A session that was committed or rolled back has given its connection back (SQLAlchemy: Session.close, "when
        the transaction ends"), so only one in use counts.
        """
        if self.name is None:
            return True
        function = self.code.node
        if self.name not in self.module.scopes.locals(function) or _is_generator(function) or self._has_other_owner:
            return False
        left = outcomes(function.body, frozenset({"unopened"}), _SessionWatch(self))
        return any(state in ("busy", "lost") for states in left.values() for state in states)


def _may_open(module: Module, method: str) -> bool:
    """Whether an attribute of that name can open a session: a filter, before the costlier look at what it is."""
    if method in ("Session", "AsyncSession", "connect") or method in module.scopes.defining_names:
        return True
    return matches_any(method, tuple(word.rpartition(".")[2] for word in module.settings.session_factories))


def _is_generator(function: ast.AST) -> bool:
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in descendants(function, (*FUNCTIONS, ast.Lambda)))


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _gives_away(value: ast.AST, name: str) -> bool:
    """Whether an expression is a session, or holds it: `session`, `(session, engine)`, `Repo(session)`."""
    if isinstance(value, (ast.Tuple, ast.List, ast.Set)):
        return any(_gives_away(part, name) for part in value.elts)
    if isinstance(value, ast.Dict):
        return any(_gives_away(part, name) for part in value.values)
    if isinstance(value, ast.Call) and _is_made(value):
        return any(_gives_away(part, name) for part in (*value.args, *(keyword.value for keyword in value.keywords)))
    return _is_name(value, name)


def _is_made(call: ast.Call) -> bool:
    """Whether a call makes an object, by the spelling of classes: `OrderReport(session)`."""
    made = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return made[:1].isupper() and not made.isupper()


def _opens_or_is_none(module: Module, node: ast.AST) -> bool:
    node = node.value if isinstance(node, ast.Await) else node
    if isinstance(node, ast.Call):
        return is_session(module, node)
    return isinstance(node, ast.Constant) and node.value is None


def _unawaited(module: Module, node: ast.AST) -> tuple[ast.AST, ast.AST]:
    """What holds an expression, an `await` around it left out, and the expression as held."""
    holder = module.index.parents[node]
    while isinstance(holder, ast.Await):
        node, holder = holder, module.index.parents[holder]
    return holder, node


def _is_managed(module: Module, node: ast.AST) -> bool:
    """Whether a chain of attributes and calls on an expression ends in a `with`, a hand-over, or its own end."""
    holder = module.index.parents[node]
    if isinstance(holder, ast.Attribute) and holder.attr in CLOSING_METHODS | {"begin"}:
        return True
    while isinstance(holder, (ast.Attribute, ast.Call, ast.Await)):
        holder = module.index.parents[holder]
    return isinstance(holder, ast.withitem)


class _SessionWatch:
    """The life of a session: unopened, idle (no connection), busy (one is out), closed or in other hands, lost."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._module = session.module
        self._name = session.name or ""
        self._opening = session.node

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        parts = [node, *descendants(node, FUNCTIONS)]
        if any(part is self._opening for part in parts):
            started = "busy" if self._session.is_connection else "idle"
            return ("lost" if state == "busy" else started), None
        if self._is_rebound(parts):
            return ("lost" if state == "busy" else "unopened"), None
        mentions = [part for part in parts if isinstance(part, ast.Name) and part.id == self._name]
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            mentions = [part for part in descendants(node) if isinstance(part, ast.Name) and part.id == self._name]
            return ("closed" if mentions and any(map(self._closes, mentions)) else state), None
        tidying = self._is_clean_up(node)
        fails = state if not tidying and _may_raise(parts) else None
        if state in ("unopened", "closed", "lost"):
            return state, fails
        if any(self._removes_registry(part) for part in parts):
            return "closed", "closed"
        if any(self._closes(name) or self._escapes(name) for name in mentions):
            return "closed", "closed"
        if not mentions or not any(isinstance(part, (ast.Call, ast.Await)) for part in parts):  # `if session:`
            return state, (fails if not mentions else None)
        return self._used(mentions, state, fails, tidying)

    def _used(self, mentions: list[ast.Name], state: str, fails: str | None, tidying: bool) -> tuple[str, str | None]:
        if not self._session.is_connection and all(self._calls(name, _ENDING_METHODS) for name in mentions):
            return "idle", "idle"
        if all(self._calls(name, PENDING_METHODS) for name in mentions):
            return state, None
        if all(self._calls(name, _BEGINNING_METHODS) for name in mentions):
            return "busy", None
        if all(self._is_kept(name) for name in mentions):
            return state, fails
        if tidying:  # whatever a clean-up hands the session to is taken for what closes it
            handed = any(self._attribute(name) is None for name in mentions)
            return ("closed" if handed else "busy"), None
        return "busy", "busy"

    def _is_clean_up(self, node: ast.AST) -> bool:
        """Whether a node stands in a handler or a `finally`: what is done there is not expected to fail."""
        below = node
        for above in self._module.index.ancestors(node):
            if isinstance(above, FUNCTIONS):
                return False
            if isinstance(above, ast.ExceptHandler) or below in getattr(above, "finalbody", ()):
                return True
            below = above
        return False

    def _removes_registry(self, node: ast.AST) -> bool:
        """`Session.remove()`, where the session came from calling the registry `Session`."""
        if not (isinstance(node, ast.Attribute) and node.attr == "remove"):
            return False
        return f"{self._module.scopes.qualified(node.value)}()" == self._module.scopes.qualified(self._opening)

    def _is_session(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self._name

    def _is_rebound(self, parts: list[ast.AST]) -> bool:
        return any(
            isinstance(part, ast.Name) and part.id == self._name and isinstance(part.ctx, ast.Store) for part in parts
        )

    def _attribute(self, name: ast.Name) -> ast.Attribute | None:
        parent = self._module.index.parents[name]
        return parent if isinstance(parent, ast.Attribute) else None

    def _closes(self, name: ast.Name) -> bool:
        """`session.close()`, `stack.callback(session.close)`, `close_session(session)`, `opened.append(session)`."""
        attribute = self._attribute(name)
        if attribute is not None:
            return attribute.attr in CLOSING_METHODS
        call = self._module.index.parents[name]
        if isinstance(call, ast.keyword):
            call = self._module.index.parents[call]
        if not isinstance(call, ast.Call):
            return False
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        return called in _STORING or bool(_CLOSING_HELPER.search(called)) or self._closes_argument(call, name)

    def _closes_argument(self, call: ast.Call, name: ast.Name) -> bool:
        """Whether a function of this file closes the argument it is given."""
        function = self._module.scopes.definition(call.func)
        if not isinstance(function, FUNCTIONS):
            return False
        names = {keyword.arg for keyword in call.keywords if keyword.value is name}
        if name in call.args:
            position = call.args.index(name) + isinstance(self._module.index.parents[function], ast.ClassDef)
            names |= set(Parameters.of(function).positional[position : position + 1])
        return any(
            isinstance(node, ast.Attribute)
            and node.attr in CLOSING_METHODS
            and isinstance(node.value, ast.Name)
            and node.value.id in names
            for node in descendants(function)
        )

    def _calls(self, name: ast.Name, methods: frozenset[str]) -> bool:
        attribute = self._attribute(name)
        return attribute is not None and attribute.attr in methods

    def _is_kept(self, name: ast.Name) -> bool:
        """Whether the session is given to an object that is made, which asks the database nothing."""
        call = self._module.index.parents[name]
        call = self._module.index.parents[call] if isinstance(call, ast.keyword) else call
        return isinstance(call, ast.Call) and call.func is not name and _is_made(call)

    def _escapes(self, name: ast.Name) -> bool:
        """Whether the session itself goes to another owner: returned, yielded, stored, put into something."""
        parent = self._module.index.parents[name]
        while isinstance(parent, (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.IfExp, ast.BoolOp, ast.Starred)):
            parent = self._module.index.parents[parent]
        if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
            return parent.value is not None and name in (parent.value, *descendants(parent.value))
        return isinstance(parent, (ast.Return, ast.Yield, ast.YieldFrom))

    def leave(self, node: ast.With | ast.AsyncWith, state: str) -> str:
        for item in node.items:
            manager = item.context_expr
            called = manager if isinstance(manager, ast.Call) else None
            if any(map(self._is_session, [manager, *(called.args if called else ())])):
                return "closed"
            function = called.func if called else None
            if isinstance(function, ast.Attribute) and function.attr == "begin" and self._is_session(function.value):
                return "idle" if state == "busy" else state
        return state

    def assume(self, test: ast.expr, state: str) -> bool | None:
        opened = state != "unopened"
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            inner = self.assume(test.operand, state)
            return None if inner is None else not inner
        if self._is_session(test):
            return opened
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator, sides = test.ops[0], [test.left, test.comparators[0]]
            is_named = any(isinstance(side, ast.Constant) and side.value == self._name for side in sides)
            is_none = any(map(self._is_session, sides)) and any(getattr(side, "value", 0) is None for side in sides)
            if is_none and isinstance(operator, (ast.Is, ast.Eq)):
                return not opened
            if (is_none and isinstance(operator, (ast.IsNot, ast.NotEq))) or (
                is_named and isinstance(operator, ast.In)
            ):
                return opened
        if isinstance(test, (ast.Attribute, ast.Call)) and state == "busy":
            asked = test.func if isinstance(test, ast.Call) else test
            if isinstance(asked, ast.Attribute) and asked.attr in ("is_active", "in_transaction"):
                return self._is_session(asked.value) or None
        return None

    def catches_all(self, handler: ast.ExceptHandler) -> bool:
        if handler.type is None:
            return True
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return any(self._module.scopes.qualified(kind) in _BROAD for kind in kinds)

    def suppresses(self, node: ast.With | ast.AsyncWith) -> bool:
        calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
        return any(self._module.scopes.qualified(call.func) == "contextlib.suppress" for call in calls)


def _may_raise(parts: Iterable[ast.AST]) -> bool:
    return any(isinstance(part, (ast.Call, ast.Await, ast.Raise, ast.Assert)) for part in parts)


def session_uses(module: Module, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.AST, str | None]]:
    """Where nodes use a session: its source text, the expression, and the method called on it (None: it is handed
    to something)."""
    for node in nodes:
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load) and is_session(module, node):
            parent = module.index.parents[node]
            if isinstance(parent, ast.Attribute):
                if not parent.attr[:1].isupper():  # `session.SessionLocal`: a module of that name
                    yield ast.unparse(node), node, parent.attr
            elif isinstance(parent, (ast.Call, ast.keyword)):
                yield ast.unparse(node), node, None
