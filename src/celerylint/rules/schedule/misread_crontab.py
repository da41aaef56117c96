"""A crontab means something else than it says.

Celery takes the name of a day or a month in any field, for its number: `minute="mon"` is minute 1. Of `"1-5-9"` it
reads `1-5` and silently leaves out the rest. An empty list is a time that never comes, and so is 31 February before
Celery 5.7, which refuses it.

Write the field as it is read, or what was meant.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=733,
    message="as {field} of a crontab `{text}` is read as `{read}`; write that, or what was meant",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
NEVER = "an empty {field} is a time that never comes; leave it out or write `*`"
IMPOSSIBLE = "no month given has such a day, and `crontab` raises ValueError; write a day that the month has"
NEVER_COMES = "no month given has such a day: this never runs; write a day that the month has"


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    """A field that Celery refuses is crontab-out-of-range's."""
    for field in crontab.fields:
        if field.is_empty:
            yield rule.at(field, NEVER, field=field.name)
        for part in field.parts if not field.fault else ():
            if part.read_as:
                yield rule.at(field, field=field.name, text=part.text.strip(), read=part.read_as)
    day = crontab.impossible_day
    if day:
        yield rule.at(day, IMPOSSIBLE if crontab.is_impossible_date_refused else NEVER_COMES)
