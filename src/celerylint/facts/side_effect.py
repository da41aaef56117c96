"""What tasks do that must not be done twice, and whether they look first."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.effects import EFFECTS, PAYMENT, REQUEST, ROW
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.http_request import HttpRequest
from celerylint.facts.module import Module
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.facts.session_call import SessionCall
from celerylint.facts.task import Task
from celerylint.facts.transaction import is_atomic
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import last_name, last_names, subtree
from celerylint.syntax.scopes import ENTERED
from celerylint.syntax.value import UNKNOWN

_NAMES = last_names(EFFECTS) | {"create", "post", "request", "urlopen", "add"}
_UPSERTS = frozenset("get_or_create update_or_create aget_or_create merge on_conflict_do_nothing setnx".split())
_IDEMPOTENT = regex(r"(?i)idempot|dedup|on_conflict|ignore_conflicts|on_duplicate_key")
_LEAVING = (ast.Return, ast.Raise, ast.Continue)


class SideEffect:
    """The first call of a task that makes one more of something, whenever it is made: a mail, a payment, a request by
    POST, a row. `effects` says of what; `node` is the call."""

    of = TaskCode
    words = ("*acks_late", "*ACKS_LATE", "autoretry_for")

    def __init__(self, task: Task, code: TaskCode, node: ast.Call, effects: str) -> None:
        self.task = task
        self.code = code
        self.module = code.module
        self.node = node
        self.effects = effects

    @classmethod
    def find(cls, module: Module) -> Iterable[SideEffect]:
        if _IDEMPOTENT.search(module.source.text):
            return
        found: set[Task] = set()
        for code in module.all(TaskCode):
            waiting = [task for task in code.tasks if task not in found]
            for call in code.calls if waiting else ():
                effects = _effects(module, call) if last_name(call.func) in _NAMES else None
                if effects:
                    found.update(waiting)
                    yield from (cls(task, code, call, effects) for task in waiting)
                    break

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def cause(self) -> str | None:
        """The option by which the task may run a second time after it did this. A mail that failed was not sent, and a
        failure takes back what was not committed: something after it has to fail."""
        if in_effect(self.task, "acks_late") is True:
            return "acks_late"
        retried = self.task.option("autoretry_for")
        is_retried = retried is not None and (retried.value is UNKNOWN or bool(retried.value))
        return "autoretry_for" if is_retried and self._outlives_failure else None

    @property
    def _outlives_failure(self) -> bool:
        """Whether the task may fail after it did this, and not take it back: in the same call, if an answer is lost."""
        if self.effects in (REQUEST, PAYMENT):
            return True
        done: ast.Call | None = self.node
        if self.module.at(SessionCall, done):
            done = next((call.node for call in self.module.all(SessionCall) if self._is_committed_by(call)), None)
        return done is not None and not _is_in_transaction(self.module, done) and self._is_followed(done)

    @cached_property
    def _ways(self) -> list[tuple[Function, ast.Call]]:
        """The call, and those of the function that it stands in, with the functions around them."""
        made = self.module.all(TaskCall) if not self.code.is_task else ()
        calls = [self.node, *(call.node for call in made if call.function is self.code.node)]
        around = ((self.module.index.enclosing_function(call), call) for call in calls)
        return [(function, call) for function, call in around if function]

    def _is_committed_by(self, call: SessionCall) -> bool:
        return call.method == "commit" and call.code is self.code and call.node.lineno > self.node.lineno

    def _is_followed(self, done: ast.Call) -> bool:
        """Whether something is called after a call, in its function or after that was called; a log left out."""
        for function, call in self._ways:
            place = (done if function is self.code.node else call).end_lineno or 0
            later = (other for other in self.module.index.own(function, ast.Call) if other.lineno > place)
            if not all(map(is_log_call, later)):
                return True
        return False

    @property
    def is_guarded(self) -> bool:
        """Whether the function, or one that calls it, looks at something before: at a row, a flag, a lock."""
        if any(last_name(other.func) in _UPSERTS for other in self.code.calls):
            return True
        return any(_is_looked_before(self.module, function, call) for function, call in self._ways)


def _effects(module: Module, call: ast.Call) -> str | None:
    known = EFFECTS.get((module.scopes.qualified(call.func) or "").replace(ENTERED, ""))
    if known:
        return known
    request = module.at(HttpRequest, call)
    if request:
        return REQUEST if request.method == "post" else None
    session = module.at(SessionCall, call)
    if session:
        return ROW if session.method == "add" else None
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr == "create" and last_name(function.value) == "objects":
        return ROW if module.scopes.qualified(function) else None
    return None


def _is_in_transaction(module: Module, node: ast.AST) -> bool:
    """Whether a transaction of Django is around a node."""
    for above in module.index.ancestors(node):
        managers = [item.context_expr for item in above.items] if isinstance(above, ast.With) else []
        around = [*managers, *(above.decorator_list if isinstance(above, FUNCTIONS) else ())]
        if any(is_atomic(module, each) for each in around):
            return True
    return False


def _is_looked_before(module: Module, function: Function, call: ast.Call) -> bool:
    parameters = Parameters.of(function)
    plain = {*parameters.positional, *parameters.keyword}
    below: ast.AST = call
    for above in module.index.ancestors(call):
        if isinstance(above, FUNCTIONS):
            break
        if isinstance(above, (ast.If, ast.IfExp)) and below is not above.test and _looks(above.test, plain):
            return True
        over = module.scopes.assigned(above.iter) if isinstance(above, (ast.For, ast.AsyncFor)) else None
        if over is not None and any(isinstance(node, ast.Call) for node in subtree(over)):
            return True  # a query of what is not done yet
        below = above
    return any(_looks(test, plain) for test in _tests_before(module, function, call))


def _tests_before(module: Module, function: ast.AST, call: ast.Call) -> Iterator[ast.expr]:
    """The conditions before a call under which the function, or the turn of a loop, ends."""
    for branch in module.index.own(function, ast.If):
        if branch.lineno < call.lineno and any(isinstance(node, _LEAVING) for node in block_nodes(branch.body)):
            yield branch.test


def _looks(test: ast.expr, parameters: set[str]) -> bool:
    """Whether a condition looks at anything but the arguments themselves and the task."""
    for node in subtree(test):
        if isinstance(node, ast.Call) or (isinstance(node, ast.Name) and node.id not in parameters):
            return True
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id != "self":
            return True
    return False
