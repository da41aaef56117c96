"""SQLAlchemy sessions: which expressions are one, and which are left open."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache

from celerylint.celery.databases import (
    CLOSING_METHODS,
    ENGINE_CLASSES,
    ENGINE_FACTORIES,
    FLASK_SESSIONS,
    PENDING_METHODS,
    SCOPED_SESSIONS,
    SESSION_CLASSES,
    SESSION_MAKERS,
)
from celerylint.core.lazy import lazy
from celerylint.core.settings import Words, matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode, arguments_for
from celerylint.facts.session_life import SessionLife, is_made
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, descendants
from celerylint.syntax.node import is_name, is_none, values_given, without_await
from celerylint.syntax.scopes import ENTERED

_NEXT = ".__next__()"
_MAX_DEPTH = 4
_LAZY_METHODS = frozenset("exec execute query scalars stream stream_scalars".split())
_READING_METHODS = frozenset(
    "all count delete exists fetchall fetchmany fetchone first get insert one one_or_none scalar scalar_one "
    "scalar_one_or_none update".split()
)


def is_session_name(module: Module, qualified: str | None) -> bool:
    """Whether a qualified name stands for a session, a connection, or a registry that is used like one."""
    if qualified is None:
        return False
    if qualified in FLASK_SESSIONS or _is_word(qualified, module.settings.scoped_sessions):
        return True
    if qualified.endswith("().session"):
        return _is_flask_database(module, qualified.removesuffix("().session"))
    if not qualified.endswith("()"):
        return False
    if qualified.endswith(ENTERED):
        inner = qualified[: -len(ENTERED)]
        inner = inner.removesuffix(".begin()") if inner.endswith(".begin()") else inner
        return is_session_name(module, inner) or is_factory(module, inner) or _is_engine(inner)
    if qualified.endswith(_NEXT):
        return _is_word(qualified[: -len(_NEXT)].removesuffix("()"), module.settings.session_generators)
    if qualified[:-2] in SCOPED_SESSIONS:
        return True
    return is_factory(module, qualified[:-2])


def _is_flask_database(module: Module, name: str) -> bool:
    """Whether a class of the project is derived from Flask-SQLAlchemy's, whose `session` is a registry."""
    place = module.place(name)
    if place and isinstance(place.node, ast.ClassDef):
        bases = [base for base in place.module.scopes.base_names(place.node) if base]
        return any(f"{base}().session" in FLASK_SESSIONS or _is_flask_database(place.module, base) for base in bases)
    return False


def is_factory(module: Module, qualified: str) -> bool:
    """Whether calling a qualified name gives a session or a connection."""
    if qualified in SESSION_CLASSES or (
        qualified.endswith("()") and qualified[:-2] in SESSION_MAKERS | SCOPED_SESSIONS
    ):
        return True
    if qualified.endswith(".connect"):
        return _is_engine(qualified.removesuffix(".connect"))
    if qualified.endswith("()"):  # a maker that a function gave: `get_session_maker()()`
        return _is_word(qualified[:-2], module.settings.session_factories)
    definition = module.scopes.defined(qualified)
    if isinstance(definition, ast.ClassDef):
        return not SESSION_CLASSES.isdisjoint(name for name in module.scopes.base_names(definition) if name)
    place = module.place(qualified)
    if place and isinstance(place.node, ast.ClassDef):
        return is_factory(place.module, place.module.scopes.path(place.node))
    return _is_word(qualified, module.settings.session_factories)


def _is_engine(qualified: str) -> bool:
    return qualified.endswith("()") and qualified[:-2] in ENGINE_FACTORIES | ENGINE_CLASSES


def _is_word(qualified: str, words: Words) -> bool:
    """Whether a name of a module that cannot be seen is one of the settings words."""
    if qualified.startswith((":", "builtins.", "sqlalchemy.")) or "(" in qualified:
        return False
    return matches_any(qualified, words)


def is_session(module: Module, node: ast.expr, depth: int = 0) -> bool:
    """Whether an expression is a session: by its origin, its annotation, or by what a caller in this file hands in."""
    if not module.speaks_of(Session):
        return False
    if is_session_name(module, module.scopes.qualified(node)):
        return True
    if isinstance(node, ast.Call):
        return is_unpacked_maker(module, node.func)
    if not isinstance(node, ast.Name):
        return False
    bindings = module.scopes.bindings(node)
    if len(bindings) != 1 or depth > _MAX_DEPTH:
        return False
    binding = bindings[0]
    if binding.how in ("enter", "value") and isinstance(binding.node, ast.Call):
        return is_unpacked_maker(module, binding.node.func)
    if binding.how == "parameter" and isinstance(binding.node, ast.arg) and binding.node.annotation is None:
        return _is_handed_in(module, binding.node, depth)
    return False


def is_unpacked_maker(module: Module, node: ast.expr) -> bool:
    """`maker, engine = create_task_session_maker()`: whether an expression is such a maker."""
    if not isinstance(node, ast.Name):
        return False
    bindings = module.scopes.bindings(node)
    if len(bindings) != 1 or bindings[0].how != "unpack" or bindings[0].position != 0:
        return False
    return is_session_name(module, module.scopes.qualified(bindings[0].node))


def _is_handed_in(module: Module, argument: ast.arg, depth: int) -> bool:
    """Whether every call of the parameter's function in task code hands it a session."""
    given = arguments_for(module, argument)
    return bool(given) and all(is_session(module, value, depth + 1) for value in given)


class Session:
    """A session that task code opens: `node` is the opening call, `name` the variable it is bound to."""

    of = TaskCode
    words: tuple[str, ...] = ("sqlalchemy", "sqlmodel", "*ession*", "*ngine*")  # a file may have them from another
    words_of: tuple[str, ...] = ("session_factories", "session_generators", "scoped_sessions")
    quiet = PENDING_METHODS

    def __init__(self, code: TaskCode, node: ast.Call, name: str | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[Session]:
        for code in module.all(TaskCode):
            for call in code.calls:
                holder, below = unawaited(module, call)
                if isinstance(holder, ast.Attribute):
                    name, is_kept = None, not _is_managed(module, below)
                else:
                    name = _bound_to(holder)
                    is_kept = name is not None and not (isinstance(holder, ast.Assign) and _is_called(code, name))
                if is_kept and cls._opens(module, call):  # last: it may read other files
                    yield cls(code, call, name)

    @staticmethod
    def _opens(module: Module, call: ast.Call) -> bool:
        if isinstance(call.func, ast.Attribute) and not _may_open(module, call.func.attr):
            return False
        function = module.scopes.qualified(call.func)
        if function in ("builtins.next", "builtins.anext"):
            # A generator that is kept in a name closes the session when it is closed or run to its end.
            made = call.args[0] if call.args else None
            if not isinstance(made, ast.Call):
                return False
            maker = module.defined(module.scopes.qualified(made.func))
            fails = function == "builtins.next" and isinstance(maker, ast.AsyncFunctionDef)
            return not fails and is_session_name(module, module.scopes.qualified(call))
        if function is not None and function.startswith("builtins."):
            return False
        opener = module.defined(function)
        if isinstance(opener, FUNCTIONS) and not opener.decorator_list:
            return is_session_name(module, module.scopes.qualified(call))
        return (function is not None and is_factory(module, function)) or is_unpacked_maker(module, call.func)

    @lazy
    def span(self) -> Span:
        """The place of the opening call."""
        return self.module.span(self.node)

    @property
    def can_be_entered(self) -> bool:
        """Whether a `with` can take the place of the statement: what opens it is no generator, whose end closes the
        session, and its variable has no annotation."""
        is_next = isinstance(self.node.func, ast.Name) and self.node.func.id in ("next", "anext")
        return not is_next and not isinstance(unawaited(self.module, self.node)[0], ast.AnnAssign)

    @property
    def gives_lazily(self) -> bool:
        """Whether the function returns what still needs the session: a result that is not read yet."""
        return any(self._is_lazy(node.value) for node in self.code.all(ast.Return) if node.value)

    def _is_lazy(self, value: ast.expr) -> bool:
        value = without_await(value)
        value = without_await(self.module.scopes.assigned(value) or value) if isinstance(value, ast.Name) else value
        if isinstance(value, ast.GeneratorExp):
            return True
        methods: list[str] = []
        while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
            methods.append(value.func.attr)
            value = without_await(value.func.value)
        return is_name(value, self.name) and bool(methods) and self._waits(methods[-1], methods[0])

    def _waits(self, first: str, last: str) -> bool:
        """Whether what a method gives, and what is called on it at last, is not read yet."""
        return first in _LAZY_METHODS and last not in _READING_METHODS

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
        if any(is_name(part.value, name) and part.attr in CLOSING_METHODS for part in parts):
            return True
        bindings = self.module.scopes.locals(code.node)[name]
        return any(not self._opens_or_is_none(binding.node) for binding in bindings)

    def _opens_or_is_none(self, node: ast.AST) -> bool:
        node = without_await(node)
        if isinstance(node, ast.Call):
            return self._is_one(node)
        return is_none(node)

    def _is_one(self, node: ast.Call) -> bool:
        return is_session(self.module, node)

    @lazy
    def leaks(self) -> bool:
        """Whether some way out of the function, an exception included, leaves the session in use.

        A session that was committed or rolled back has given its connection back, so only one in use counts
        (`proofs/unclosed_session.py` counts the connections that are out).
        """
        if self.name is None:
            return True
        function = self.code.node
        if (
            self.name not in self.module.scopes.locals(function)
            or self.module.index.yields(function)
            or self._has_other_owner
        ):
            return False
        life = SessionLife(self.module, self.name, self.node, self.is_connection, self.quiet)
        left = outcomes(function.body, frozenset({"unopened"}), life)
        return any(state in ("busy", "lost") for states in left.values() for state in states)


def _bound_to(holder: ast.AST) -> str | None:
    """The one name that a statement or `:=` binds to a value."""
    if isinstance(holder, ast.Assign):
        target = holder.targets[0] if len(holder.targets) == 1 else None
    else:
        target = holder.target if isinstance(holder, (ast.AnnAssign, ast.NamedExpr)) else None
    return target.id if isinstance(target, ast.Name) else None


def _is_called(code: TaskCode, name: str) -> bool:
    """Whether what a name stands for is called in a function: then it is a maker of sessions and none itself."""
    return any(is_name(call.func, name) for call in code.calls)


def _may_open(module: Module, method: str) -> bool:
    """Whether an attribute of that name can open a session: a filter, before the costlier look at what it is."""
    return method in module.scopes.defining_names or _is_opener(method, module.settings.session_factories)


@cache
def _is_opener(method: str, words: Words) -> bool:
    known = method in ("Session", "AsyncSession", "connect")
    return known or matches_any(method, tuple(word.rpartition(".")[2] for word in words))


def _gives_away(value: ast.AST, name: str) -> bool:
    """Whether an expression is a session, or holds it: `session`, `(session, engine)`, `Repo(session)`."""
    if isinstance(value, (ast.Tuple, ast.List, ast.Set)):
        return any(_gives_away(part, name) for part in value.elts)
    if isinstance(value, ast.Dict):
        return any(_gives_away(part, name) for part in value.values)
    if isinstance(value, ast.Call) and is_made(value):
        return any(_gives_away(part, name) for part in values_given(value))
    return is_name(value, name)


def unawaited(module: Module, node: ast.AST) -> tuple[ast.AST, ast.AST]:
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
