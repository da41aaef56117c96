"""A lock expires before the task that holds it has to end.

The lock is to let one run in at a time, but the task may run for longer than the lock lasts: then a second run enters
while the first still works. When the first releases the lock it no longer owns, redis-py raises LockNotOwnedError,
which fails a task that has done its work.

Let the lock last at least as long as the hard `time_limit` of the task, or renew it while the task works.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lock import Lock
from celerylint.facts.lock_decorator import LockDecorator
from celerylint.facts.time_limit import hard_time_limit

rule = Rule(
    __name__,
    code=120,
    message="the lock expires after {seconds:g} s, but `{task}` may run for {limit:g} s, and a second run enters; "
    "let it last as long as the time limit",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Lock)
def check(lock: Lock) -> Findings:
    """How long a part of the work takes is not known: only a lock around the whole task counts."""
    task = lock.guarded_task
    limit = hard_time_limit(task) if task else None
    if task and limit and lock.seconds is not None and lock.seconds < limit:
        yield rule.at(lock.expiry_span, seconds=lock.seconds, task=task.name, limit=limit)


@rule.check(LockDecorator)
def check_decorator(decorator: LockDecorator) -> Findings:
    limit = hard_time_limit(decorator.task)
    if limit and decorator.seconds is not None and decorator.seconds < limit:
        yield rule.at(decorator.expiry_span, seconds=decorator.seconds, task=decorator.task.name, limit=limit)
