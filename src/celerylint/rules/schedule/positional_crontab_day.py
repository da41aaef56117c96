"""A crontab is given the day by place.

`crontab` takes its fields in an order of its own: minute, hour, day of the week, day of the month, month. A cron line
has the day of the month third, the month fourth and the day of the week fifth. Whoever reads or writes
`crontab(0, 4, 1)` with cron in mind means the first of the month, and gets every Monday.

Name the fields: `crontab(minute=0, hour=4, day_of_week=1)`. Turn it on when people who know cron read the schedule.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=734,
    message="the {which} argument of `crontab` is {name}, and of a cron line {in_cron}; write `{name}={text}`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
ORDINALS = ("first", "second", "third", "fourth", "fifth")


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    """Once a crontab, at the first such argument."""
    day = crontab.placed_day
    if day:
        yield rule.at(day, which=ORDINALS[day.position], name=day.name, in_cron=day.in_cron, text=day.text)
