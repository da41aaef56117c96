"""A lock in Redis never expires.

When the worker is killed while it holds the lock, by the out-of-memory killer, a deployment or a hard time limit,
nobody releases it: every later run finds the lock taken, and the task never does its work again until somebody
deletes the key. `blocking_timeout` does not help, it says how long to wait for the lock.

Give the lock a `timeout` (`ex=` for `set`) that is longer than a run may take.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lock import Lock
from celerylint.facts.lock_decorator import LockDecorator

DECORATOR = (
    "the lock of `{name}` never expires, so a worker that is killed holds it for ever; give it `{argument}=`, "
    "longer than a run may take"
)
rule = Rule(
    __name__,
    code=118,
    message="this lock never expires, so a worker that is killed holds it for ever; {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Lock)
def check(lock: Lock) -> Findings:
    if lock.never_expires:
        yield rule.at(lock, advice=f"{lock.remedy}, longer than a run may take")


@rule.check(LockDecorator)
def check_decorator(decorator: LockDecorator) -> Findings:
    if decorator.never_expires:
        yield rule.at(decorator, DECORATOR, name=decorator.name, argument=decorator.expiry_name)
