"""Automatic retries that take in every error."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.celery.names import SOFT_TIME_LIMIT
from celerylint.core.span import Span
from celerylint.facts.handler import Handler
from celerylint.facts.module import Module
from celerylint.facts.predicate import Predicate
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.swallowed_error import SwallowedError
from celerylint.facts.task import Task
from celerylint.facts.time_limit import has_soft_time_limit


class BroadRetry:
    """An `autoretry_for` with Exception in it, of a task that lets its errors out.

    `rejects` tells that the task raises Reject, `times_out` that its soft time limit is one of the errors.
    """

    of = Task
    words = ("autoretry_for",)

    def __init__(self, policy: RetryPolicy, rejects: bool, times_out: bool) -> None:
        self.policy = policy
        self.task = policy.task
        self.node = policy.node
        self.rejects = rejects
        self.times_out = times_out

    @classmethod
    def find(cls, module: Module) -> Iterable[BroadRetry]:
        broad = [policy for policy in module.all(RetryPolicy) if policy.is_broad and policy.max_retries != 0]
        if not broad:
            return
        kept = {swallowed.task for swallowed in module.all(SwallowedError)}
        rejecting = {task for each in module.all(Predicate) if each.is_retried for task in each.code.tasks}
        handlers = [handler for handler in module.all(Handler) if not handler.ends_in_raise]
        caring = {task for each in handlers if each.names_soft_limit for task in each.code.tasks}
        for policy in broad:
            task = policy.task
            if task not in kept:
                times_out = has_soft_time_limit(task) and task not in caring and _takes_in_limit(policy)
                yield cls(policy, task in rejecting, times_out)

    @property
    def span(self) -> Span:
        """The place of `autoretry_for`."""
        return self.policy.listed_span

    @property
    def own_span(self) -> Span:
        """The place of `autoretry_for` if the task itself gives it, else that of its `def`."""
        option = self.task.option("autoretry_for")
        return option.span if option and option.direct else self.task.span


def _takes_in_limit(policy: RetryPolicy) -> bool:
    """Whether the soft time limit is retried, and not named as if that were wanted."""
    is_named = not SOFT_TIME_LIMIT.isdisjoint(kind for kind in policy.retried if kind)
    return not is_named and all(map(policy.retries, SOFT_TIME_LIMIT))
