"""A task has a soft time limit, and nothing in it acts on that.

The soft limit raises SoftTimeLimitExceeded in the task, so that it may put things in order before the hard limit kills
it. A task without a handler, a `finally` or a `with` only fails a little earlier: half-written files, reserved
rows and the like stay as they are.

Catch SoftTimeLimitExceeded, clean up, and say in the result or by raising that the work is not done. Turn it on when
tasks leave something behind that the next run trips over.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unhandled_limit import UnhandledLimit

rule = Rule(
    __name__,
    code=215,
    message="nothing in `{task}` acts on its soft time limit: no handler of SoftTimeLimitExceeded, `finally` or "
    "`with`; catch it and clean up",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(UnhandledLimit)
def check(limit: UnhandledLimit) -> Findings:
    yield rule.at(limit, task=limit.task.name)
