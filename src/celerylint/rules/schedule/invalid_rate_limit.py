"""Celery cannot read a rate limit.

A rate limit is a number of tasks a second, or text such as `"100/m"` with the unit s, m or h and nothing after it. The
worker reads it when it starts: any other unit is a KeyError, and the worker stops. A negative limit is read, and
starves the task.

Write it in a unit that Celery has. A limit holds for each worker, not for all of them together.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.rate_limit import RateLimit

rule = Rule(
    __name__,
    code=707,
    message="a worker that reads this rate limit stops at its start: {fault}; "
    "write `NUMBER/s`, `NUMBER/m` or `NUMBER/h`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
NEGATIVE = "a negative rate limit starves the task; write `NUMBER/s`, `NUMBER/m` or `NUMBER/h`"


@rule.check(RateLimit)
def check(limit: RateLimit) -> Findings:
    if limit.fault:
        yield rule.at(limit, NEGATIVE if limit.is_negative else None, fault=limit.fault)
