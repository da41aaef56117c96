"""An `eta` or `expires` is a local time without a time zone.

Celery reads a naive datetime as UTC, whatever `timezone` and `enable_utc` say. In Tokyo `datetime.now()` plus a minute
is nine hours and a minute away; in New York it has long passed, so that the task runs at once, or has expired.

Write an aware time, `datetime.now(timezone.utc) + ...`, or the number of seconds: `countdown=60`, `expires=60`.
"""

from celerylint.core.rewrite import GiveZone
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.timing import Timing

rule = Rule(
    __name__,
    code=507,
    message="`{option}` is a local time without a zone, which Celery reads as UTC; use `datetime.now(timezone.utc)`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Timing)
def check(timing: Timing) -> Findings:
    for option in timing.times:
        if timing.is_naive(option):
            now = timing.naive_now(option)
            yield rule.at(option, None, GiveZone(now) if now else None, option=option.name)
