"""Tasks that declare what becomes of their errors, and whose outermost handler lets none of them out."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import pairwise

from celerylint.facts.canvas import Canvas
from celerylint.facts.dispatch import Dispatch, signature_of
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
_REJECTING = ("acks_on_failure_or_timeout", "acks_on_failure")
"""Options by which the message of a failed run is rejected, and so goes to the dead letters of its queue."""

_FOR_FAILURES = ("on_failure", *_REJECTING)
_NONE = ast.Constant(None)


class SwallowedError:
    """A broad handler around all the work of a task, which writes a line at most and lets the run succeed. `option` is
    what the task, or who sends it, declares for its errors and what never acts; `follower` the task that comes after
    it in a chain, and is given None for a result."""

    of = Task
    words = ("autoretry_for", "max_retries", *_FOR_FAILURES, "link_error", "chain", ".s(")

    def __init__(self, task: Task, handler: Handler, option: str | None, follower: str | None) -> None:
        self.task = task
        self.module = task.module
        self.node = handler.node
        self.span = handler.span
        self.option = option
        self.follower = follower

    @classmethod
    def find(cls, module: Module) -> Iterable[SwallowedError]:
        followers = _followers(module)
        with_errback = {dispatch.task for dispatch in module.all(Dispatch) if dispatch.option("link_error")}
        for task in module.all(Task):
            around = _outermost_try(task.node.body)
            if around is None:
                continue
            option = _declared(task) or ("link_error" if task in with_errback else None)
            follower = followers.get(task) if _gives_result(task, around) else None
            if (option or follower) and not _lets_out(module, task, around):
                for node in around.handlers:
                    handler = module.at(Handler, node)
                    if handler and handler.is_broad and handler.guards_a_call and _only_logs(node.body):
                        yield cls(task, handler, option, follower)


def _declared(task: Task) -> str | None:
    """What the task itself says is to become of its errors."""
    policy = task.module.at(RetryPolicy, task.node)
    if policy and policy.is_automatic:
        return "autoretry_for"
    own = {option.name: option.value for option in task.direct_options}
    most = own.get("max_retries", UNKNOWN)
    if isinstance(most, int) and most > 0:
        return "max_retries"
    if "on_failure" in own or (task.owner and any(method.name == "on_failure" for method in task.owner.methods)):
        return "on_failure"
    rejecting = (name for name in _REJECTING if own.get(name) is False and own.get("acks_late") is True)
    return next(rejecting, None)


def _followers(module: Module) -> dict[Task, str]:
    """The tasks of this file that are followed in a chain by one that takes their result, and that one's name."""
    found: dict[Task, str] = {}
    for canvas in module.all(Canvas):
        parts = [] if canvas.kind != "chain" else canvas.elements
        for first, second in pairwise(parts):
            before, after = signature_of(module, first.node), signature_of(module, second.node)
            if before and before.task and after and after.method == "s":
                found.setdefault(before.task, after.name)
    return found


def _gives_result(task: Task, around: ast.Try) -> bool:
    """Whether the task returns what the `try` has made, and nothing else."""
    returns = [node for node in task.module.index.own(task.node, ast.Return) if not is_none(node.value or _NONE)]
    inside = set(block_nodes([*around.body, *around.orelse]))
    return bool(returns) and inside.issuperset(returns)


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
