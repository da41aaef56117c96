"""`utcnow()` or `utcfromtimestamp()` gives a time that does not know its zone.

Python takes a time without a zone for local time: `timestamp()` and `astimezone()` are wrong by the distance to UTC
wherever the machine is not on UTC, and comparing it with a time that has a zone raises TypeError. Python 3.12
deprecates both functions.

Write `datetime.now(timezone.utc)` or `datetime.fromtimestamp(seconds, timezone.utc)`, and look where the value goes: a
column without a zone gives times without one. Turn it on when the times of the project are to have a zone.
"""

from celerylint.core.rewrite import GiveZone
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.clock import NaiveUtc

rule = Rule(
    __name__,
    code=807,
    message="`{function}` gives a time that does not know it is UTC; write `{better}`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
    fix=Fix.UNSAFE,
)
BETTER = {
    "utcnow": "datetime.now(timezone.utc)",
    "utcfromtimestamp": "datetime.fromtimestamp(seconds, timezone.utc)",
}


@rule.check(NaiveUtc)
def check(call: NaiveUtc) -> Findings:
    yield rule.at(call, None, GiveZone(call.span), function=call.function, better=BETTER[call.function])
