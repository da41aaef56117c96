"""Both `countdown` and `eta` are given.

Celery makes an `eta` of the countdown and silently drops the one that it was given. Only if the countdown is zero does
the `eta` count.

Keep the one that is meant.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.timing import Timing

rule = Rule(
    __name__,
    code=508,
    message="`countdown` is given too, so this `eta` is ignored; keep one of them",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Timing)
def check(timing: Timing) -> Findings:
    if timing.eta and timing.is_given(timing.countdown) and timing.is_given(timing.eta):
        yield rule.at(timing.eta)
