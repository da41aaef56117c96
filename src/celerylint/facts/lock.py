"""Locks in Redis that keep runs of a task apart, and when they expire."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.locks import LOCK_CLASSES, LOCK_EXPIRY, RENEWALS, SET_EXPIRY
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_statement
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.redis_client import is_cache, is_redis_client
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import WITHS, argument, callee, keyword_value, last_name, unpacks, without_await
from celerylint.syntax.value import fold, number_of

_LOCK_WORD = regex(r"(?<![A-Za-z])(lock|Lock|LOCK|mutex|Mutex|MUTEX)(?![a-z])|(?<=[a-z])(Lock|Mutex)(?![a-z])")
_RELEASING = frozenset({"release", "delete", "unlink", "eval", "evalsha"})


class Lock:
    """A lock that task code, or a decorator of the file around a task, makes: `client.lock(…)`, `Lock(client, …)`,
    `client.set(key, value, nx=True)`, `client.setnx(…)`. The last two count only where the key is one of a lock, or is
    deleted again; a mark that stays is none."""

    of = TaskCode
    words = ("lock", "setnx", "nx", "Lock")

    def __init__(self, module: Module, function: Function, node: ast.Call, expiry: list[ast.expr]) -> None:
        self.module = module
        self.function = function
        self.node = node
        self._expiry = expiry

    @classmethod
    def find(cls, module: Module) -> Iterable[Lock]:
        functions = [*(code.node for code in module.all(TaskCode)), *_decorating_functions(module)]
        for function in dict.fromkeys(functions):
            for call in module.index.own(function, ast.Call):
                expiry = _expiry_of(module, function, call)
                if expiry is not None:
                    yield cls(module, function, call, expiry)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def never_expires(self) -> bool:
        """Whether no expiry is given, here or to the key later in the function."""
        given = [node for node in self._expiry if fold(node, self.module.scopes) is not None]
        return not given and not self._is_renewed

    @property
    def seconds(self) -> float | None:
        """After how many seconds the lock expires, if that can be seen."""
        if len(self._expiry) != 1 or self._is_renewed:
            return None
        keyword = self.module.index.parents[self._expiry[0]]
        if isinstance(keyword, ast.keyword) and keyword.arg in ("px", "exat", "pxat", "keepttl"):
            return None
        return number_of(self._expiry[0], self.module.scopes)

    @property
    def key(self) -> ast.expr | None:
        """What the lock is called."""
        is_class = last_name(self.node.func) == "Lock"
        return argument(self.node, 1 if is_class else 0, "name")

    @property
    def expiry_span(self) -> Span:
        """The place of the argument that says when the lock expires."""
        keyword = self.module.index.parents[self._expiry[0]]
        return self.module.span(keyword if isinstance(keyword, ast.keyword) else self._expiry[0])

    @property
    def remedy(self) -> str:
        """What makes the lock expire: "give it `timeout=`"."""
        method = self.node.func.attr if isinstance(self.node.func, ast.Attribute) else ""
        if method == "setnx":
            return "write `set(..., nx=True, ex=...)`"
        usual = LOCK_CLASSES.get(self.module.scopes.qualified(self.node.func) or "", "timeout")
        return f"give it `{'ex' if method == 'set' else usual}=`"

    @cached_property
    def _is_renewed(self) -> bool:
        return keyword_value(self.node, "auto_renewal") is not None or any(
            part.attr in RENEWALS for part in descendants(self.function) if isinstance(part, ast.Attribute)
        )

    @property
    def guarded_task(self) -> Task | None:
        """The task of which one run at a time is let in: its function takes the lock before any work, and holds it to
        the end."""
        task = self.module.at(Task, self.function)
        if task is None:
            return None
        for position, statement in enumerate(self.function.body):
            if self._is_turned_away_by(statement):
                return task
            if self._is_held_by(statement):
                return task if all(map(_is_end, self.function.body[position + 1 :])) else None
            if not _is_preparation(statement):
                return None
        return None

    def _is_held_by(self, statement: ast.stmt) -> bool:
        """`with lock:`, `if lock.acquire(…):`."""
        if isinstance(statement, ast.If):
            return self._is_acquired(statement.test) and not any(map(_is_work, statement.orelse))
        items = statement.items if isinstance(statement, WITHS) else []
        return any(self._is_lock(item.context_expr) for item in items)

    def _is_turned_away_by(self, statement: ast.stmt) -> bool:
        """`if not lock.acquire(…): return`."""
        if not isinstance(statement, ast.If) or not isinstance(statement.body[-1], (ast.Return, ast.Raise)):
            return False
        return isinstance(statement.test, ast.UnaryOp) and self._is_acquired(statement.test.operand)

    def _is_acquired(self, test: ast.expr) -> bool:
        """Whether a condition is that the lock was got; one that nobody releases only keeps runs some time apart."""
        acquired = self.module.scopes.assigned(test)
        acquired = without_await(acquired)
        function = acquired.func if isinstance(acquired, ast.Call) else None
        if isinstance(function, ast.Attribute) and function.attr == "acquire":
            return self._is_lock(function.value) and _releases(self.function)
        return acquired is self.node and _releases(self.function)

    def _is_lock(self, node: ast.expr) -> bool:
        return node is self.node or self.module.scopes.assigned(node) is self.node


def _decorating_functions(module: Module) -> list[Function]:
    """The functions of this file that stand above tasks as decorators, and what is defined in them."""
    found: dict[Function, None] = {}
    for task in module.all(Task):
        for decorator in task.node.decorator_list:
            function = module.scopes.definition(callee(decorator))
            if isinstance(function, FUNCTIONS) and function not in found:
                inner = (part for part in descendants(function) if isinstance(part, FUNCTIONS))
                found.update(dict.fromkeys([function, *inner]))
    return list(found)


def takes_lock(module: Module, function: Function) -> bool:
    """Whether a function, or one defined in it, makes a lock, be it by `add` on the cache of Django."""
    functions = [function, *(part for part in descendants(function) if isinstance(part, FUNCTIONS))]
    calls = ((owner, call) for owner in functions for call in module.index.own(owner, ast.Call))
    return any(_expiry_of(module, owner, call) is not None or _is_added(module, owner, call) for owner, call in calls)


def _is_added(module: Module, function: Function, call: ast.Call) -> bool:
    owner = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr == "add" else None
    return bool(owner and call.args and is_cache(module, owner)) and _is_key_of_lock(module, function, call)


def _expiry_of(module: Module, function: Function, call: ast.Call) -> list[ast.expr] | None:
    """The arguments that say when the lock that a call makes expires; None if it makes none, or hides them."""
    method = last_name(call.func)
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if method not in ("lock", "set", "setnx", "Lock") or unpacks(call):
        return None
    if method == "lock" and owner and is_redis_client(module, owner):
        return _arguments(call, LOCK_EXPIRY["client"], ("timeout",))
    if method == "lock" and owner and is_cache(module, owner):
        return _arguments(call, LOCK_EXPIRY["cache"], ("timeout",))
    if method == "Lock":
        expiry = LOCK_CLASSES.get(module.scopes.qualified(call.func) or "")
        return _arguments(call, LOCK_EXPIRY["class"], (expiry,)) if expiry else None
    if (
        owner is None
        or not call.args
        or not is_redis_client(module, owner)
        or not _is_key_of_lock(module, function, call)
    ):
        return None
    if method == "setnx":
        return []
    exclusive = fold(keyword_value(call, "nx"), module.scopes) is True
    return _arguments(call, 2, SET_EXPIRY) if exclusive else None


def _arguments(call: ast.Call, place: int, names: tuple[str, ...]) -> list[ast.expr]:
    return call.args[place : place + 1] + [keyword.value for keyword in call.keywords if keyword.arg in names]


def _is_key_of_lock(module: Module, function: Function, call: ast.Call) -> bool:
    """Whether a key is called a lock, or is deleted again in the function."""
    key = call.args[0]
    value = module.scopes.assigned(key) or key
    for part in (key, *descendants(key), value, *descendants(value)):
        text = part.value if isinstance(part, ast.Constant) else getattr(part, "id", getattr(part, "attr", ""))
        if isinstance(text, str) and _LOCK_WORD.search(text):
            return True
    deleted = [other for other in module.index.own(function, ast.Call) if getattr(other.func, "attr", "") == "delete"]
    return any(ast.unparse(argument) == ast.unparse(key) for other in deleted for argument in other.args)


def _releases(function: Function) -> bool:
    return any(part.attr in _RELEASING for part in descendants(function) if isinstance(part, ast.Attribute))


def _is_work(statement: ast.stmt) -> bool:
    return not _is_end(statement) and not isinstance(statement, ast.Raise)


def _is_preparation(statement: ast.stmt) -> bool:
    """Whether a statement does none of the work: it binds names, logs, or returns early."""
    if isinstance(statement, ast.If):
        return isinstance(statement.body[-1], (ast.Return, ast.Raise)) and not statement.orelse
    return isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)) or is_log_statement(statement)


def _is_end(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Return) or is_log_statement(statement)
