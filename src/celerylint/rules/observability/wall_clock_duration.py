"""A duration is measured with the wall clock.

`time.time()` and `datetime.now()` tell what the clock on the wall says, and that clock may be set while the task runs,
by an administrator or to follow a time server. A run that took a second is then measured as an hour, or as less than
nothing.

Take both readings from `time.monotonic()`, which nobody sets; a time that is stored stays one of the wall clock. Turn
it on when durations of tasks are measured, or waited for.
"""

from celerylint.core.rewrite import CallMethod
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.clock import Duration

rule = Rule(
    __name__,
    code=804,
    message="the clock may be set between these readings, so their difference is no duration; "
    "read `time.monotonic()` both times",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    packs=("service-tasks",),
    fix=Fix.SAFE,
)


@rule.check(Duration)
def check(duration: Duration) -> Findings:
    readings = duration.readings
    yield rule.at(duration, None, CallMethod(readings, "monotonic") if readings else None)
