"""A task is retried when it runs into its soft time limit.

SoftTimeLimitExceeded is an Exception like any other, so that `autoretry_for=(Exception,)` takes it in: a task that is
too slow is run again from its beginning, is too slow again, and keeps a worker busy `max_retries` + 1 times before it
fails.

Spare it with `dont_autoretry_for=(SoftTimeLimitExceeded,)`, or catch it in the task. Turn it on when a task that was
too slow once is too slow again.
"""

from celerylint.core.rewrite import SpareException
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.broad_retry import BroadRetry

rule = Rule(
    __name__,
    code=241,
    message="`autoretry_for` takes in the soft time limit, so `{task}` is run again when it was too slow; "
    "add `dont_autoretry_for=(SoftTimeLimitExceeded,)`",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)
SOFT_LIMIT = "celery.exceptions.SoftTimeLimitExceeded"
BEFORE_5_3 = (
    "`autoretry_for` takes in the soft time limit, so `{task}` is run again when it was too slow; "
    "catch SoftTimeLimitExceeded in the task"
)


@rule.check(BroadRetry)
def check(broad: BroadRetry) -> Findings:
    if broad.times_out:
        message = None if broad.policy.may_spare else BEFORE_5_3
        place = broad.policy.place_to_spare
        rewrite = SpareException(*place, SOFT_LIMIT) if place else None
        yield rule.at(broad.own_span, message, rewrite, task=broad.task.name)
