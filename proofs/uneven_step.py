"""A step starts over in each hour and each day: after the last run of a round the next comes too soon."""

from datetime import datetime, timedelta, timezone
from itertools import pairwise

from celery.schedules import crontab

from proofs import lab

app = lab.memory_app()
START = datetime(2024, 1, 1, tzinfo=timezone.utc)


def pauses(days: int, **fields: object) -> list[timedelta]:
    """The different pauses between the runs of some days."""
    runs, now = [START], START
    schedule = crontab(nowfun=lambda: now, app=app, **fields)
    while now < START + timedelta(days=days):
        now += schedule.remaining_estimate(now)
        runs.append(now)
    return sorted({later - earlier for earlier, later in pairwise(runs)})


def prove() -> None:
    minutes, hours = timedelta(minutes=1), timedelta(hours=1)
    lab.claim('hazard: minute="*/7"', pauses(1, minute="*/7") == [4 * minutes, 7 * minutes], True)
    lab.claim('hazard: minute="*/45"', pauses(1, minute="*/45") == [15 * minutes, 45 * minutes], True)
    lab.claim('hazard: hour="*/5"', pauses(3, minute=0, hour="*/5") == [4 * hours, 5 * hours], True)
    lab.claim('hazard: month_of_year="*/5"', crontab(month_of_year="*/5").month_of_year, {1, 6, 11})
    lab.claim('hazard: day_of_week="*/2"', crontab(day_of_week="*/2").day_of_week, {0, 2, 4, 6})
    lab.claim('mended: minute="*/6"', pauses(1, minute="*/6") == [6 * minutes], True)
    lab.claim("near: one hour of the day", pauses(3, minute="*/25", hour=3)[0] == 25 * minutes, True)


if __name__ == "__main__":
    lab.main(prove)
