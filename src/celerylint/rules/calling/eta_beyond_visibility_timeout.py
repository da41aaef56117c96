"""A task is due later than the broker's visibility timeout.

The worker fetches the message at once and holds it until it is due. Redis and SQS deliver a message that is not
acknowledged within the visibility timeout (an hour, half an hour) to another worker, and then again: the task is
executed several times. It does not help that the task acknowledges early, since it does not begin before it is due.

Raise `visibility_timeout` in `broker_transport_options` above the longest delay, or let a periodic task send what is
due soon.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.timing import Timing

rule = Rule(
    __name__,
    code=512,
    message="due in {delay:g} s, but delivered again after {limit:g} s, so it runs more than once; raise {option}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Timing)
def check(timing: Timing) -> Findings:
    delay = timing.seconds(timing.delay)
    limit = timing.redelivery if delay else None
    if timing.delay and delay and limit and delay >= limit:
        yield rule.at(timing.delay, delay=delay, limit=limit, option="`visibility_timeout`")
