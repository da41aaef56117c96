"""Broad handlers around all the work of a task: does its error come out?"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import RESTORING_METHODS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Handler, is_log_call, is_log_statement
from celerylint.facts.module import Module
from celerylint.facts.reach import coroutine_of
from celerylint.facts.retry import Retry
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.session_life import is_made
from celerylint.facts.task import Task
from celerylint.facts.unbound_name import UnboundName
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import (
    DEFINITIONS,
    WITHS,
    is_name,
    is_none,
    last_name,
    names_in,
    values_given,
    without_await,
)
from celerylint.syntax.value import UNKNOWN, fold, items

_LOOKS_AT = frozenset({"str", "repr", "format", "type", "dict"})
_ASSIGNMENTS = (ast.Assign, ast.AnnAssign)
_ERROR_KEY = regex(r"(?i)(is_?)?(err(or)?s?|error_?(message|msg|code|type)|exc(eption)?|traceback|failed|failure)$")
_STATE_KEYS = frozenset({"status", "state", "result", "outcome", "success", "succeeded", "ok"})
_FAILED = regex(r"(?i)\b(err(or)?|fail(ed|ure)?|exception)\b")


class OutermostHandler:
    """A broad handler around all the work of a task, or of the one coroutine that the task runs."""

    of = Task
    words = ("except",)

    def __init__(self, task: Task, handler: Handler) -> None:
        self.task = task
        self.module = task.module
        self.handler = handler
        self.node = handler.node
        self.span: Span = handler.span

    @classmethod
    def find(cls, module: Module) -> Iterable[OutermostHandler]:
        broad = {handler.code.node for handler in module.all(Handler) if handler.is_broad}
        for task in module.all(Task) if broad else ():
            for function in (task.node, coroutine_of(task)):
                for around in _outermost_tries(function.body) if function in broad else ():
                    for node in around.handlers:
                        handler = module.at(Handler, node)
                        if handler and handler.is_broad and handler.guards_a_call:
                            yield cls(task, handler)

    @property
    def returns_error(self) -> bool:
        """Whether the handler makes the error the result of the task."""
        returned = (node.value for node in block_nodes(self.node.body) if isinstance(node, ast.Return))
        return any(self._is_error(value) for value in returned if value is not None)

    @cached_property
    def idle_option(self) -> str | None:
        """The option by which the task is to be retried, if no error comes out for it to act on."""
        option = _declares_retries(self.task)
        return option if option and self.keeps_errors else None

    @cached_property
    def keeps_errors(self) -> bool:
        """Whether no error comes out, and the handler writes a line at most."""
        return _only_logs(self.node.body) and not self._lets_out

    @property
    def ends_in_success(self) -> bool:
        """Whether the run surely succeeds when the work fails, with the result that it always has, or none."""
        values = [node.value for node in block_nodes(self.node.body) if isinstance(node, ast.Return)]
        plain = all(value is None or is_none(value) or isinstance(value, ast.Name) for value in values)
        return plain and self.handler.goes_on and not self._lets_out and not self.returns_error

    @cached_property
    def _lets_out(self) -> bool:
        """Whether some error may reach Celery, or be retried by hand: in this function, or where the task is handed
        to."""
        around = self.handler.around
        if self.task.is_handed_on or any(retry.task in (self.task, None) for retry in self.module.all(Retry)):
            return True
        if any(unbound.around is around for unbound in self.module.all(UnboundName)):
            return True  # in an error of its own
        parts: Iterator[ast.AST] = (node for handler in around.handlers for node in block_nodes(handler.body))
        final = block_nodes(around.finalbody)
        return any(isinstance(node, ast.Raise) for node in parts) or any(isinstance(node, ast.Return) for node in final)

    def _is_error(self, node: ast.expr) -> bool:
        """Whether a value tells of the error: it is made of it, False, or a dict or text that says so."""
        if self._may_raise(node):
            return False
        if any(name.id == self.node.name for name in names_in(node)):
            return True
        scopes = self.module.scopes
        known = scopes.assigned(node) or node
        value = fold(known, scopes)
        if value is False or (isinstance(value, str) and _FAILED.search(value)):
            return True
        for item in items(known, scopes) or ():
            if isinstance(item.key, str) and not is_none(item.value):
                state = fold(item.value, scopes) if item.key in _STATE_KEYS else None
                if state is False or (isinstance(state, str) and _FAILED.search(state)):
                    return True
                if _ERROR_KEY.match(item.key) and fold(item.value, scopes) not in (0, False, "", ()):
                    return True
        return any(name.id == self.node.name for name in names_in(known))

    def _may_raise(self, node: ast.expr) -> bool:
        """Whether a function is handed the error for a value, and raises, or may do so, since this file does not show
        it."""
        if not isinstance(node, ast.Call) or is_made(node) or last_name(node.func) in _LOOKS_AT:
            return False
        handed = any(is_name(value, self.node.name) for value in values_given(node))
        definition = self.module.scopes.definition(node.func)
        nodes = block_nodes(definition.body) if isinstance(definition, FUNCTIONS) else None
        return handed and (nodes is None or any(isinstance(part, ast.Raise) for part in nodes))


def _declares_retries(task: Task) -> str | None:
    """The option of the task's own decorator by which it is to be retried."""
    policy = task.module.at(RetryPolicy, task.node)
    if policy and policy.is_automatic:
        return "autoretry_for"
    own = {option.name: option.value for option in task.direct_options}
    most = own.get("max_retries", UNKNOWN)
    return "max_retries" if isinstance(most, int) and most > 0 else None


def _outermost_tries(block: list[ast.stmt]) -> Iterator[ast.Try]:
    """The `try` that is the one statement of a block that does its work, and the one that does the work of that; around
    them things may be fetched and logged, and a `with` opened."""
    while True:
        working = [statement for statement in block if not _is_minor(statement)]
        while len(working) == 1 and isinstance(working[0], WITHS):
            working = [statement for statement in working[0].body if not _is_minor(statement)]
        around = working[0] if len(working) == 1 else None
        if not isinstance(around, ast.Try) or _is_work_elsewhere(block, around):
            return
        yield around
        block = around.body
        if any(_calls(statement) for statement in block if isinstance(statement, _ASSIGNMENTS)):
            return


def _is_work_elsewhere(block: list[ast.stmt], around: ast.Try) -> bool:
    """Whether something is called for a name that the `try` does not use, or that the function returns: that is work
    as well, and its errors get out."""
    assigned = [statement for statement in block if isinstance(statement, _ASSIGNMENTS) and _calls(statement)]
    if not assigned:
        return False
    used = {node.id for node in block_nodes([around]) if isinstance(node, ast.Name)}
    returned = {
        node.id
        for statement in block
        if isinstance(statement, ast.Return)
        for node in block_nodes([statement])
        if isinstance(node, ast.Name)
    }
    for statement in assigned:
        parts = block_nodes([statement])
        names = {node.id for node in parts if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        if names.isdisjoint(used) or not names.isdisjoint(returned):
            return True
    return False


def _is_minor(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return is_log_statement(statement)
    if isinstance(statement, ast.If):  # a guard
        return isinstance(statement.body[-1], ast.Return) and not statement.orelse
    if isinstance(statement, ast.Return):
        return not _calls(statement)
    return isinstance(statement, (*_ASSIGNMENTS, *DEFINITIONS, ast.Import, ast.ImportFrom, ast.Pass))


def _calls(statement: ast.stmt) -> bool:
    return any(isinstance(node, (ast.Call, ast.Await)) for node in block_nodes([statement]))


def _only_logs(block: list[ast.stmt]) -> bool:
    """Whether statements write lines, clean up and return nothing, and no more than that."""
    for statement in block:
        if isinstance(statement, ast.Return):
            value = statement.value
            if value is not None and not is_none(value):
                return False
        elif isinstance(statement, ast.Expr):
            call = without_await(statement.value)
            plain = isinstance(call, ast.Constant)
            if not plain and not (
                isinstance(call, ast.Call) and (is_log_call(call) or last_name(call.func) in RESTORING_METHODS)
            ):
                return False
        elif not isinstance(statement, ast.Pass):
            return False
    return True
