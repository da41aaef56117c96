"""A task may run for longer than the broker's visibility timeout, and acknowledges late.

Redis and SQS deliver a message that is not acknowledged within the visibility timeout (an hour, half an hour) to
another worker. With `acks_late` a message is not acknowledged before its task has ended: while the first worker is
still at work a second one begins the same task, and after another such time a third.

Raise `visibility_timeout` in `broker_transport_options` above the longest time limit, or cut the work into shorter
tasks.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.time_limit import LateLimit

rule = Rule(
    __name__,
    code=719,
    message="{task} may run for {limit:g} s, but is delivered again after {timeout:g} s and begun twice; "
    "raise `visibility_timeout` above the time limit",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(LateLimit)
def check(limit: LateLimit) -> Findings:
    timeout = limit.redelivery
    if timeout is not None and timeout < limit.seconds:
        task = f"`{limit.task.name}`" if limit.task else "a task"
        yield rule.at(limit, task=task, limit=limit.seconds, timeout=timeout)
