"""The soft time limit is the hard one.

The soft limit raises SoftTimeLimitExceeded in the task, which may clean up until the hard limit kills it. Where both
are the same, that is no time at all: a handler or a `finally` that takes a moment is cut off in the middle.

Set the soft limit lower, by as much as cleaning up takes. Turn it on when tasks clean up after themselves.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.time_limit import TimeLimits

rule = Rule(
    __name__,
    code=242,
    message="the soft time limit of {task} is the hard one, {hard:g} s, so no time is left to clean up; set it lower",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(TimeLimits)
def check(limits: TimeLimits) -> Findings:
    """Of a soft limit above the hard one soft-limit-not-below-hard speaks."""
    if limits.soft == limits.hard > 0:
        task = f"`{limits.task.name}`" if limits.task else "all tasks"
        yield rule.at(limits, task=task, hard=limits.hard)
