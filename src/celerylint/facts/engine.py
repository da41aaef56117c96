"""SQLAlchemy engines that task code makes or disposes of."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import (
    ASYNC_ENGINE_FACTORIES,
    ENGINE_CONNECTS,
    ENGINE_FACTORIES,
    METADATA_CONNECTS,
    POOLS,
    SCOPED_SESSIONS,
    SESSION_CLASSES,
    SESSION_MAKERS,
)
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Watcher, is_clean_up
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import is_session_name, unawaited
from celerylint.facts.session_life import is_made
from celerylint.syntax.flow import outcomes
from celerylint.syntax.index import FUNCTIONS, descendants
from celerylint.syntax.node import DEFINITIONS, is_name, is_none, last_name, may_raise, names_in, subtree, without_await
from celerylint.syntax.value import text_of

_HOLDERS = SESSION_CLASSES | SESSION_MAKERS | SCOPED_SESSIONS
_POOL_OPTION = regex(r"pool(class|_(size|timeout|use_lifo)$)|max_overflow")
_CONSUMERS = METADATA_CONNECTS | {"read_sql", "read_sql_query", "read_sql_table", "to_sql", "configure"}


class Engine:
    """An engine that a function of task code makes, is given by a maker of sessions, or shares and disposes of.

    `node` is the call that makes it, `name` the variable it is bound to; None for one that is used where it is made.
    """

    of = TaskCode
    words = ("create_engine", "create_async_engine", "dispose")

    def __init__(self, code: TaskCode, node: ast.Call, name: str | None) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[Engine]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if made_engine(module, call):
                    yield from cls._bound(code, call)
            for node in code.all(ast.Assign):
                yield from cls._unpacked(code, node)
            yield from cls._shared(code)

    @classmethod
    def _bound(cls, code: TaskCode, call: ast.Call) -> Iterable[Engine]:
        holder, _ = unawaited(code.module, call)
        if isinstance(holder, ast.Assign) and isinstance(holder.targets[0], ast.Name) and len(holder.targets) == 1:
            yield cls(code, call, holder.targets[0].id)
        elif isinstance(holder, ast.AnnAssign) and isinstance(holder.target, ast.Name):
            yield cls(code, call, holder.target.id)
        elif isinstance(holder, ast.Attribute) and holder.attr in ENGINE_CONNECTS:
            yield cls(code, call, None)
        elif isinstance(holder, (ast.Call, ast.keyword)):
            taker = code.module.index.parents[holder] if isinstance(holder, ast.keyword) else holder
            if isinstance(taker, ast.Call) and code.module.scopes.qualified(taker.func) in _HOLDERS:
                yield cls(code, call, None)

    @classmethod
    def _unpacked(cls, code: TaskCode, node: ast.Assign) -> Iterable[Engine]:
        """`maker, engine = create_task_session_maker()`."""
        target = node.targets[0]
        if not (isinstance(target, ast.Tuple) and len(target.elts) == 2 and isinstance(target.elts[1], ast.Name)):
            return
        value = without_await(node.value)
        if isinstance(value, ast.Call) and is_session_name(code.module, code.module.scopes.qualified(value)):
            yield cls(code, value, target.elts[1].id)

    @classmethod
    def _shared(cls, code: TaskCode) -> Iterable[Engine]:
        """An asynchronous engine of the module that a coroutine disposes of: its connections die with the loop."""
        module = code.module
        for name in sorted({name for name in map(_disposed, code.all(ast.Attribute)) if name}):
            bindings = module.scopes.locals(module.index.tree).get(name, [])
            made = bindings[0].node if len(bindings) == 1 and bindings[0].how == "value" else None
            if name not in module.scopes.locals(code.node) and made_engine(module, made, ASYNC_ENGINE_FACTORIES):
                assert isinstance(made, ast.Call)
                yield cls(code, made, name)

    @cached_property
    def span(self) -> Span:
        """The place of the call that makes it."""
        return self.module.span(self.node)

    @property
    def is_made_here(self) -> bool:
        """Whether the function itself makes the engine, so that its pool can be seen."""
        return self.module.index.enclosing_function(self.node) is self.code.node and made_engine(self.module, self.node)

    @property
    def is_bound_here(self) -> bool:
        """Whether the function binds the engine, made by it or given by a maker of sessions."""
        return self.module.index.enclosing_function(self.node) is self.code.node

    @property
    def is_async(self) -> bool:
        """Whether it is known to be made for a driver that is awaited."""
        return made_engine(self.module, self.node, ASYNC_ENGINE_FACTORIES)

    @property
    def is_told_about_pool(self) -> bool:
        """Whether it is given options of a pool, which `NullPool` does not take, or what cannot be seen."""
        return any(keyword.arg is None or _POOL_OPTION.match(keyword.arg) for keyword in self.node.keywords)

    @property
    def is_pooled(self) -> bool:
        """Whether the engine keeps connections, as far as its making shows."""
        return not made_engine(self.module, self.node) or is_pooled(self.module, self.node)

    @cached_property
    def disposal(self) -> Span | None:
        """The place of the first `dispose()` in the function."""
        return self.module.span(self._disposals[0]) if self._disposals else None

    @property
    def disposal_text(self) -> str:
        """The source text of that call, with its `await`."""
        return ast.unparse(unawaited(self.module, self._disposals[0])[1])

    @cached_property
    def _disposals(self) -> list[ast.Call]:
        return [call for call in self.code.calls if _is_disposal(call.func, self.name)]

    @cached_property
    def has_other_owner(self) -> bool:
        """Whether anybody else may dispose of the engine: it, or its `dispose`, is returned, stored or handed on, or a
        function inside disposes of it."""
        if self.name is None:
            return False
        if self.is_made_here and len(self.module.scopes.locals(self.code.node).get(self.name, ())) != 1:
            return True
        inner = [*self.code.all(ast.FunctionDef), *self.code.all(ast.AsyncFunctionDef), *self.code.all(ast.Lambda)]
        parts = [part for function in inner for part in descendants(function)]
        if any(_is_disposal(part, self.name) for part in parts):
            return True
        names = [*self.code.all(ast.Name), *(part for part in parts if isinstance(part, ast.Name))]
        return any(self._goes_away(node) for node in names if node.id == self.name and isinstance(node.ctx, ast.Load))

    def _goes_away(self, node: ast.Name) -> bool:
        parent = self.module.index.parents[node]
        if isinstance(parent, ast.keyword):
            parent = self.module.index.parents[parent]
        if isinstance(parent, ast.Call):
            return not self._is_known_taker(parent)
        if isinstance(parent, ast.Attribute):
            call = self.module.index.parents[parent]
            return parent.attr == "dispose" and not (isinstance(call, ast.Call) and call.func is parent)
        return not isinstance(parent, (ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp, ast.Compare))

    def _is_known_taker(self, call: ast.Call) -> bool:
        """Whether a call that is handed the engine is one of SQLAlchemy or pandas, which dispose of none."""
        if isinstance(call.func, ast.Attribute) and call.func.attr in _CONSUMERS:
            return True
        return (self.module.scopes.qualified(call.func) or "").startswith(("sqlalchemy.", "sqlmodel.", "pandas."))

    @property
    def outlives_a_failure(self) -> bool:
        """Whether some way out of the function, an exception included, leaves a used engine undisposed."""
        life = _Life(self)
        entry = "unmade" if self.module.index.enclosing_function(self.node) is self.code.node else "idle"
        left = outcomes(self.code.node.body, frozenset({entry}), life)
        return any("used" in states for states in left.values())


def made_engine(module: Module, node: ast.AST | None, factories: frozenset[str] = ENGINE_FACTORIES) -> bool:
    """Whether an expression makes an engine."""
    if not isinstance(node, ast.Call):
        return False
    called = last_name(node.func)
    return called.endswith("engine") and module.scopes.qualified(node.func) in factories


def is_pooled(module: Module, call: ast.Call) -> bool:
    """Whether the engine that a call makes keeps connections; one of SQLite counts as not, since it has no server."""
    for keyword in call.keywords:
        if keyword.arg is None or (
            keyword.arg == "poolclass" and (module.scopes.qualified(keyword.value) or "") not in POOLS
        ):
            return False
    return not (call.args and (text_of(call.args[0], module.scopes) or "").startswith("sqlite"))


def _is_disposal(node: ast.AST, name: str | None = None) -> bool:
    """Whether an expression is `engine.dispose`, of the engine of that name."""
    disposed = _disposed(node)
    return disposed is not None and name in (None, disposed)


def _disposed(node: ast.AST) -> str | None:
    """The name of the engine in `engine.dispose` or `engine.sync_engine.dispose`."""
    if not (isinstance(node, ast.Attribute) and node.attr == "dispose"):
        return None
    engine = node.value
    if isinstance(engine, ast.Attribute) and engine.attr == "sync_engine":
        engine = engine.value
    return engine.id if isinstance(engine, ast.Name) else None


class _ModuleAssignment:
    """An assignment of the module's own body, and the names that its value is made of."""

    def __init__(self, node: ast.Assign) -> None:
        self.node = node
        self.names = {part.id for part in names_in(node.value)}

    @classmethod
    def find(cls, module: Module) -> Iterable[_ModuleAssignment]:
        return (cls(node) for node in module.index.tree.body if isinstance(node, ast.Assign))


class _Life(Watcher):
    """An engine in a function: unmade, idle (no connection yet), used, disposed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._module = engine.module
        self._opening = engine.node
        self._name = engine.name or ""
        self._users = self._derived()

    def _derived(self) -> set[str]:
        """The names bound to what is made of the engine: makers, sessions, connections."""
        names = {self._name}
        code = self._engine.code
        around = {self._opening, *self._module.index.ancestors(self._opening)}
        pairs = [(node.targets[0], node.value) for node in code.all(ast.Assign)]
        entered = [item for node in code.all(ast.With) for item in node.items]
        entered += [item for block in code.all(ast.AsyncWith) for item in block.items]
        pairs += [(item.optional_vars, item.context_expr) for item in entered if item.optional_vars]
        used = [(target, value, {part.id for part in names_in(value)}) for target, value in pairs]
        used += [(made.node.targets[0], made.node.value, made.names) for made in self._module.all(_ModuleAssignment)]
        for _ in range(3):  # engine, maker, session
            for target, value, inside in used:
                if not names.isdisjoint(inside) or value in around:
                    names |= {part.id for part in names_in(target)}
        return names - {self._name}

    def step(self, node: ast.AST, state: str) -> tuple[str, str | None]:
        parts = list(subtree(node, stop=FUNCTIONS))
        if any(_is_disposal(part, self._name) for part in parts):
            return "disposed", "disposed"
        if any(part is self._opening for part in parts):
            return "idle", None
        if isinstance(node, DEFINITIONS):
            return state, None
        if state == "idle" and any(self._uses(part) for part in parts):
            state = "used"
        return state, state if may_raise(parts) and not is_clean_up(self._module, node) else None

    def _uses(self, node: ast.AST) -> bool:
        """Whether a node connects: making a maker, a session, or an object that holds one, does not."""
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
            return False
        if node.id != self._name and node.id not in self._users:
            return False
        parent = self._module.index.parents[node]
        if isinstance(parent, ast.Attribute):
            return node.id != self._name or parent.attr in ENGINE_CONNECTS
        call = self._module.index.parents[parent] if isinstance(parent, ast.keyword) else parent
        return isinstance(call, ast.Call) and call.func is not node and not self._is_holder(call)

    def _is_holder(self, call: ast.Call) -> bool:
        return is_made(call) or self._module.scopes.qualified(call.func) in _HOLDERS

    def assume(self, test: ast.expr, state: str) -> bool | None:
        if is_name(test, self._name):
            return state != "unmade"
        if (
            isinstance(test, ast.Compare)
            and is_name(test.left, self._name)
            and is_none(test.comparators[0])
            and isinstance(test.ops[0], (ast.Is, ast.IsNot))
        ):
            return (state == "unmade") == isinstance(test.ops[0], ast.Is)
        return None
