"""A message expires before it is due.

The worker holds the message until its `countdown` or `eta` has come, sees that it has expired, and revokes the task: it
never runs. It is no better if both come at once.

Let it expire later than it is due: `expires` counts from the call too, not from the end of the countdown.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.timing import Timing

rule = Rule(
    __name__,
    code=528,
    message="the message expires after {lifetime:g} s and is due after {delay:g} s, so it never runs; raise `expires`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Timing)
def check(timing: Timing) -> Findings:
    """The call's own `expires` is the place, or what makes it wait if the task's decorator says when it expires."""
    delay, lifetime = timing.seconds(timing.delay), timing.lifetime
    place = timing.expires or timing.delay
    if delay and lifetime is not None and place and lifetime <= delay:
        yield rule.at(place, lifetime=lifetime, delay=delay)
