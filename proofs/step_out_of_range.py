"""A step counts within its field: every 120th of sixty minutes is minute 0, so `*/120` runs every hour."""

from celery.schedules import crontab

from proofs import lab


def runs_a_day(schedule: crontab) -> int:
    """How many minutes of a day are in the parsed sets of a schedule."""
    return len(schedule.minute) * len(schedule.hour)


def prove() -> None:
    lab.claim('hazard: minute="*/120"', runs_a_day(crontab(minute="*/120")), 24)
    lab.claim('hazard: minute="*/90"', crontab(minute="*/90").minute, {0})
    lab.claim('hazard: hour="*/48"', runs_a_day(crontab(minute=0, hour="*/48")), 1)
    lab.claim('hazard: day_of_week="*/14"', crontab(day_of_week="*/14").day_of_week, {0})
    lab.claim('hazard: month_of_year="*/18"', crontab(month_of_year="*/18").month_of_year, {1})
    lab.claim('mended: minute=0, hour="*/2"', runs_a_day(crontab(minute=0, hour="*/2")), 12)


if __name__ == "__main__":
    lab.main(prove)
