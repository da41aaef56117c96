"""The step of a crontab field is larger than the field.

A step counts within its field: `minute="*/120"` takes every 120th of sixty minutes, which is minute 0, and runs every
hour, not every two. `hour="*/48"` runs every day at midnight.

Write it in the field above, `minute=0, hour="*/2"`, or as an interval: `timedelta(minutes=120)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=721,
    message="`{text}` steps over the end of the field and runs every {period}; write {advice}",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
PERIODS = {
    "minute": ("hour", "`timedelta(minutes={})` as the schedule"),
    "hour": ("day", "`timedelta(hours={})` as the schedule"),
    "day_of_week": ("week", "`timedelta(days={})` as the schedule"),
    "day_of_month": ("month", "`timedelta(days={})` as the schedule"),
    "month_of_year": ("year", "the months"),
}


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    for field in crontab.fields:
        for part in field.parts if not field.fault else ():
            if part.step > field.last - field.first + 1:
                period, advice = PERIODS[field.name]
                if field.name == "minute" and part.step % 60 == 0:
                    advice = '`minute=0, hour="*/{}"`'.replace("{}", str(part.step // 60))
                yield rule.at(field, text=part.text.strip(), period=period, advice=advice.format(part.step))
