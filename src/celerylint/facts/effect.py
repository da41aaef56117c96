"""What tasks do that must not be done twice, and whether they look first."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.effects import EFFECTS, REQUEST, ROW
from celerylint.core.span import Span
from celerylint.facts.http_request import HttpRequest
from celerylint.facts.module import Module
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.facts.session_call import SessionCall
from celerylint.facts.task import Task
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name, subtree
from celerylint.syntax.value import UNKNOWN

_NAMES = frozenset(name.rpartition(".")[2] for name in EFFECTS) | {"create", "post", "request", "urlopen", "add"}
_UPSERTS = frozenset("get_or_create update_or_create aget_or_create merge on_conflict_do_nothing setnx".split())
_IDEMPOTENT = re.compile(r"(?i)idempot|dedup|on_conflict|ignore_conflicts|on_duplicate_key")
_LEAVING = (ast.Return, ast.Raise, ast.Continue)


class Effect:
    """The first call of a task that makes one more of something, whenever it is made: a mail, a payment, a request by
    POST, a row. `effects` says of what; `node` is the call."""

    of = TaskCode

    def __init__(self, task: Task, node: ast.Call, effects: str, is_guarded: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.effects = effects
        self.is_guarded = is_guarded

    @classmethod
    def find(cls, module: Module) -> Iterable[Effect]:
        if _IDEMPOTENT.search(module.source.text):
            return
        found: set[Task] = set()
        for code in module.all(TaskCode):
            waiting = [task for task in code.tasks if task not in found]
            for call in code.calls if waiting else ():
                effects = _effects(module, call) if last_name(call.func) in _NAMES else None
                if effects:
                    found.update(waiting)
                    guarded = _is_guarded(code, call)
                    yield from (cls(task, call, effects, guarded) for task in waiting)
                    break

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def cause(self) -> str | None:
        """The option by which the task may run a second time after it did this: what a transaction takes back when the
        task fails is done again by `acks_late` only."""
        if in_effect(self.task, "acks_late") is True:
            return "acks_late"
        retried = self.task.option("autoretry_for")
        is_retried = retried is not None and (retried.value is UNKNOWN or bool(retried.value))
        return "autoretry_for" if is_retried and self.effects != ROW else None


def _effects(module: Module, call: ast.Call) -> str | None:
    known = EFFECTS.get((module.scopes.qualified(call.func) or "").replace(".__enter__()", ""))
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


def _is_guarded(code: TaskCode, call: ast.Call) -> bool:
    """Whether the function, or one that calls it, looks at something before the call: at a row, a flag, a lock."""
    module = code.module
    if any(last_name(other.func) in _UPSERTS for other in code.calls):
        return True
    callers = [made.node for made in module.all(TaskCall) if made.function is code.node] if not code.is_task else []
    return any(_is_looked_before(module, node) for node in (call, *callers))


def _is_looked_before(module: Module, call: ast.Call) -> bool:
    function = module.index.enclosing_function(call)
    if function is None:
        return True
    parameters = Parameters.of(function)
    plain = {*parameters.positional, *parameters.keyword}
    below: ast.AST = call
    for above in module.index.ancestors(call):
        if isinstance(above, FUNCTIONS):
            break
        if isinstance(above, (ast.If, ast.IfExp)) and below is not above.test and _looks(above.test, plain):
            return True
        over = above.iter if isinstance(above, (ast.For, ast.AsyncFor)) else None
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
