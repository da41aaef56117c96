"""Tasks that declare what becomes of their errors, and whose outermost handler lets none of them out."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import pairwise

from celerylint.facts.canvas import Canvas
from celerylint.facts.dispatch import Dispatch, signature_of
from celerylint.facts.module import Module
from celerylint.facts.outermost_handler import OutermostHandler
from celerylint.facts.task import Task
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.node import is_none

_REJECTING = ("acks_on_failure_or_timeout", "acks_on_failure")
"""Options by which the message of a failed run is rejected, and so goes to the dead letters of its queue."""

_PROVISIONS = frozenset({"autoretry_for", "max_retries", "on_failure", *_REJECTING})


class SwallowedError:
    """A broad handler around all the work of a task, which writes a line at most and lets the run succeed. `option` is
    what the task, or a call that sends it, declares for its errors and what never acts; `follower` the task that comes
    after it in a chain, and is given None for a result."""

    of = Task
    words = ("autoretry_for", "max_retries", "on_failure", *_REJECTING, "link_error", "chain", ".s(")

    def __init__(self, outermost: OutermostHandler, option: str | None, follower: str | None) -> None:
        self.task = outermost.task
        self.node = outermost.node
        self.span = outermost.span
        self.option = option
        self.follower = follower

    @classmethod
    def find(cls, module: Module) -> Iterable[SwallowedError]:
        is_followed = any(canvas.kind == "chain" for canvas in module.all(Canvas))
        if not is_followed and not module.spoken.holds("link_error") and not any(map(_may_provide, module.all(Task))):
            return
        silent = [outermost for outermost in module.all(OutermostHandler) if outermost.keeps_errors]
        with_errback = {sent.task for sent in module.all(Dispatch) if sent.option("link_error")} if silent else set()
        followers = _followers(module) if silent else {}
        for outermost in silent:
            task = outermost.task
            option = outermost.idle_option or _provision(task) or ("link_error" if task in with_errback else None)
            follower = followers.get(task) if _gives_result(outermost) else None
            if option or follower:
                yield cls(outermost, option, follower)


def _may_provide(task: Task) -> bool:
    """Whether a task may say what is to become of runs that fail: a filter, before the costlier look at handlers."""
    return task.owner is not None or not _PROVISIONS.isdisjoint(task.options.named)


def _provision(task: Task) -> str | None:
    """What the task itself says is to become of runs that fail, retries left out."""
    own = {option.name: option.value for option in task.direct_options}
    if "on_failure" in own or (task.owner and any(method.name == "on_failure" for method in task.owner.methods)):
        return "on_failure"
    rejecting = (name for name in _REJECTING if own.get(name) is False and own.get("acks_late") is True)
    return next(rejecting, None)


def _followers(module: Module) -> dict[Task, str]:
    """The tasks of this file that are followed in a chain by one that takes their result, and that one's name."""
    found: dict[Task, str] = {}
    for canvas in module.all(Canvas):
        for first, second in pairwise(canvas.elements if canvas.kind == "chain" else ()):
            before, after = signature_of(module, first.node), signature_of(module, second.node)
            if before and before.task and after and after.method == "s":
                found.setdefault(before.task, after.name)
    return found


def _gives_result(outermost: OutermostHandler) -> bool:
    """Whether the task returns what the `try` has made, and nothing else."""
    around, task = outermost.handler.around, outermost.task
    returns = [node for node in task.module.index.own(task.node, ast.Return) if node.value and not is_none(node.value)]
    inside = set(block_nodes([*around.body, *around.orelse]))
    return bool(returns) and inside.issuperset(returns)
