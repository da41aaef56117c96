"""An entry of the schedule is lost: a later one takes its place.

A dict has each key once, and the last one stays. A second assignment of `beat_schedule` takes the place of the first
one with all its entries. `add_periodic_task` keeps an entry by its `name`, or without one by the signature, so the same
task with the same arguments is kept once, with the last schedule. Nothing fails; the lost task just never runs.

Give every entry a key or `name` of its own, and extend a schedule with `update` or a key.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.overwritten import Overwritten

rule = Rule(
    __name__,
    code=705,
    message="the entry `{name}` of line {line} is lost, as this has the same key; give each a key of its own",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
SCHEDULE = "the entries of line {line} are lost, as this takes their place; write `{name}.update(...)`"
NAME = "the periodic task `{name}` of line {line} is lost, as this has the same name; give each a name of its own"
SIGNATURE = "the periodic task of line {line} is lost, as this is the same signature; give each a `name`"
MESSAGES = {"key": None, "schedule": SCHEDULE, "name": NAME, "signature": SIGNATURE}


@rule.check(Overwritten)
def check(overwritten: Overwritten) -> Findings:
    yield rule.at(overwritten, MESSAGES[overwritten.kind], name=overwritten.name, line=overwritten.line)
