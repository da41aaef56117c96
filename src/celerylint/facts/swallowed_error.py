"""Tasks that declare retries, and whose outermost handler leaves nothing to retry."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.facts.handler import Handler, is_log_call
from celerylint.facts.module import Module
from celerylint.facts.retry import Retry
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.task import Task
from celerylint.facts.unbound_name import UnboundName
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.node import is_none, last_name
from celerylint.syntax.value import UNKNOWN

_CLEANS_UP = frozenset({"rollback", "close"})


class SwallowedError:
    """A broad handler around all the work of a task, which writes a line at most and lets the run succeed, though the
    task declares retries: `option` is the one that does, and that never acts."""

    of = Task
    words = ("autoretry_for", "max_retries")

    def __init__(self, task: Task, handler: Handler, option: str) -> None:
        self.task = task
        self.module = task.module
        self.node = handler.node
        self.span = handler.span
        self.option = option

    @classmethod
    def find(cls, module: Module) -> Iterable[SwallowedError]:
        for task in module.all(Task):
            option = _declares_retries(task)
            around = _outermost_try(task.node.body) if option else None
            if option and around and not _lets_out(module, task, around):
                for node in around.handlers:
                    handler = module.at(Handler, node)
                    if handler and handler.is_broad and handler.guards_a_call and _only_logs(node.body):
                        yield cls(task, handler, option)


def _declares_retries(task: Task) -> str | None:
    """The option of the task's own decorator by which it is to be retried."""
    policy = task.module.at(RetryPolicy, task.node)
    if policy and policy.is_automatic:
        return "autoretry_for"
    own = {option.name: option.value for option in task.direct_options}
    most = own.get("max_retries", UNKNOWN)
    return "max_retries" if isinstance(most, int) and most > 0 else None


def _outermost_try(block: list[ast.stmt]) -> ast.Try | None:
    """The one statement of a block that does its work, if that is a `try`; around it things may be fetched and logged,
    and a `with` opened."""
    working = [statement for statement in block if not _is_minor(statement)]
    while len(working) == 1 and isinstance(working[0], (ast.With, ast.AsyncWith)):
        working = [statement for statement in working[0].body if not _is_minor(statement)]
    around = working[0] if len(working) == 1 else None
    return around if isinstance(around, ast.Try) and not _is_work_elsewhere(block, around) else None


def _is_work_elsewhere(block: list[ast.stmt], around: ast.Try) -> bool:
    """Whether something is called for a name that the `try` does not use, or that the function returns: that is work
    as well, and its errors get out."""
    used = {node.id for node in block_nodes(around.body) if isinstance(node, ast.Name)}
    returned = {
        node.id
        for statement in block
        if isinstance(statement, ast.Return)
        for node in block_nodes([statement])
        if isinstance(node, ast.Name)
    }
    for statement in block:
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
            continue
        parts = list(block_nodes([statement]))
        names = {node.id for node in parts if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        calls = any(isinstance(node, (ast.Call, ast.Await)) for node in parts)
        if calls and (names.isdisjoint(used) or not names.isdisjoint(returned)):
            return True
    return False


def _is_minor(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        value = statement.value
        return isinstance(value, ast.Constant) or (isinstance(value, ast.Call) and is_log_call(value))
    if isinstance(statement, ast.If):  # a guard
        return isinstance(statement.body[-1], ast.Return) and not statement.orelse
    if isinstance(statement, ast.Return):
        return not any(isinstance(node, (ast.Call, ast.Await)) for node in block_nodes([statement]))
    return isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.Pass))


def _lets_out(module: Module, task: Task, around: ast.Try) -> bool:
    """Whether some error may reach Celery, or be retried by hand: in this function, or where the task is handed to."""
    if task.is_handed_on or any(retry.task in (task, None) for retry in module.all(Retry)):
        return True
    if any(unbound.around is around for unbound in module.all(UnboundName)):
        return True  # in an error of its own
    parts: Iterator[ast.AST] = (node for handler in around.handlers for node in block_nodes(handler.body))
    final = block_nodes(around.finalbody)
    return any(isinstance(node, ast.Raise) for node in parts) or any(isinstance(node, ast.Return) for node in final)


def _only_logs(block: list[ast.stmt]) -> bool:
    """Whether statements write lines, clean up and return nothing, and no more than that."""
    for statement in block:
        if isinstance(statement, ast.Return):
            value = statement.value
            if value is not None and not is_none(value):
                return False
        elif isinstance(statement, ast.Expr):
            call = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
            plain = isinstance(call, ast.Constant)
            if not plain and not (
                isinstance(call, ast.Call) and (is_log_call(call) or last_name(call.func) in _CLEANS_UP)
            ):
                return False
        elif not isinstance(statement, ast.Pass):
            return False
    return True
