"""The step of a crontab field does not divide the field.

A field is counted anew each time: `minute="*/7"` comes at 0, 7, 14 … 56, and then at 0 again, four minutes later.
`hour="*/5"` comes at 20 and at midnight. One interval of each round is short, where an even one was meant.

Write a step that divides the field, the minutes that are meant, or an interval, `timedelta(minutes=7)`, which knows no
hours. Turn it on when tasks count on the time between two runs.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=732,
    message="`{text}` starts over each {period}: after {last} comes {first}, {gap} instead of {step} {unit} later; "
    "write a step that divides {size}, or an interval",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
PERIODS = {
    "minute": ("hour", "minutes"),
    "hour": ("day", "hours"),
    "day_of_week": ("week", "days"),
    "month_of_year": ("year", "months"),
}


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    """A step over the end of the field is step-out-of-range's. No step divides a month, so its days are left alone."""
    for field in crontab.uneven_fields:
        for part in field.parts:
            size, last = field.last - field.first + 1, part.numbers[-1]
            yield rule.at(
                field,
                text=part.text.strip(),
                period=PERIODS[field.name][0],
                first=field.first,
                last=last,
                gap=field.first + size - last,
                step=part.step,
                unit=PERIODS[field.name][1],
                size=size,
            )
