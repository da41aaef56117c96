"""Priorities for a Redis broker are written as if the largest number came first.

With RabbitMQ 9 comes before 0; with Redis it is the other way round. 0 is the highest priority and what a message has
that is given none, so that something urgent with 9 waits behind everything else, and the cleanup with 1 comes first.
There are four steps, 0, 3, 6 and 9, unless the transport option `priority_steps` says otherwise.

Turn the numbers round. Turn it on when some tasks have priorities.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.priority import LOWEST, Priority

rule = Rule(
    __name__,
    code=726,
    message="with Redis 0 is the highest priority, so `{name}` with {number:g} {what} the others; write {better:g}",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)
WHAT = {"last": "waits behind", "first": "goes before"}


@rule.check(Priority)
def check(priority: Priority) -> Findings:
    if priority.inversion:
        better = LOWEST - priority.number
        what = WHAT[priority.inversion]
        yield rule.at(priority, name=priority.name, number=priority.number, what=what, better=better)
