"""A crontab names the hour or the day, but not the minute.

What `crontab` is not given is `*`, every one. So `crontab(hour="*/4")` does not run every four hours but every minute
of those hours, 360 times a day, and `crontab(minute=0, day_of_week=1)` runs every hour of Monday.

Say the minute, `crontab(minute=0, hour="*/4")`, and with a day the hour too. Write `minute="*"` if every minute is
meant.
"""

from celerylint.celery.schedules import MINUTES_AN_HOUR
from celerylint.core.rewrite import AddArguments
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=701,
    message="this runs {often}; say which minute: `minute=0`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
MISSING_BOTH = "this runs every minute of those days, 1440 times a day; say when: `minute=0, hour=0`"
MISSING_HOUR = 'this runs every hour of those days, 24 times a day; say which hour, or `hour="*"`'
DAYS = ("day_of_week", "day_of_month", "month_of_year")


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    if crontab.is_open:
        return
    days = [field for field in DAYS if crontab.restricts(field)]
    if not crontab.has("minute"):
        if crontab.has("hour"):
            yield rule.at(crontab, None, _given(crontab, "minute"), often=_often(crontab))
        elif days:
            yield rule.at(crontab, MISSING_BOTH, _given(crontab, "minute", "hour"))
    elif crontab.has_fixed_minute and not crontab.has("hour") and days and all(map(crontab.is_single, days)):
        # Every hour from Monday to Friday is often meant, every hour of one day hardly ever.
        yield rule.at(crontab, MISSING_HOUR, _given(crontab, "hour"))


def _given(crontab: Crontab, *fields: str) -> AddArguments | None:
    return None if crontab.line else AddArguments(crontab.span, tuple((field, "0") for field in fields))


def _often(crontab: Crontab) -> str:
    hours = crontab.hours
    if hours is None:
        return "every minute of those hours"
    times = f"{hours * MINUTES_AN_HOUR} times a day"
    return f"every minute of {'that hour' if hours == 1 else 'those hours'}, {times}"
