"""The minute of a crontab is `*` unless given: `crontab(hour="*/4")` runs every minute of six hours, 360 times a day.

An hour left out beside a day is `*` as well: `crontab(minute=0, day_of_week=1)` runs 24 times that day.
"""

from datetime import datetime, timedelta, timezone

from celery.schedules import crontab

from proofs import lab

app = lab.memory_app()
MONDAY = datetime(2024, 1, 1, tzinfo=timezone.utc)


def due_minutes(schedule: crontab) -> int:
    """The minutes of a Monday that are in the parsed sets of a schedule."""
    return len(schedule.minute) * len(schedule.hour) * (MONDAY.isoweekday() in schedule.day_of_week)


def runs(**fields: object) -> tuple[int, int]:
    """How often a schedule is due on a Monday: by its parsed sets, and asked every minute as beat asks it."""
    now = MONDAY - timedelta(minutes=1)
    schedule = crontab(**fields, nowfun=lambda: now, app=app)
    last_run, count = now, 0
    for minute in range(24 * 60):
        now = MONDAY + timedelta(minutes=minute)
        if schedule.is_due(last_run).is_due:
            last_run, count = now, count + 1
    return due_minutes(schedule), count


def prove() -> None:
    lab.claim('hazard: crontab(hour="*/4")', runs(hour="*/4"), (360, 360))
    lab.claim("hazard: crontab(hour=3)", runs(hour=3), (60, 60))
    lab.claim("hazard: crontab(day_of_week=1)", runs(day_of_week=1), (1440, 1440))
    lab.claim("hazard: crontab(minute=0, day_of_week=1)", runs(minute=0, day_of_week=1), (24, 24))

    lab.claim('mended: crontab(minute=0, hour="*/4")', runs(minute=0, hour="*/4"), (6, 6))
    lab.claim("mended: crontab(minute=0, hour=3)", runs(minute=0, hour=3), (1, 1))
    lab.claim("mended: crontab(minute=0, hour=3, day_of_week=1)", runs(minute=0, hour=3, day_of_week=1), (1, 1))


if __name__ == "__main__":
    lab.main(prove)
