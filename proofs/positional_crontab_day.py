"""The third argument of `crontab` is the day of the week, the fourth that of the month, the fifth the month."""

from celery.schedules import crontab

from proofs import lab


def prove() -> None:
    day = crontab(0, 4, 1)
    lab.claim("hazard: crontab(0, 4, 1): days of the week", day.day_of_week, {1})
    lab.claim("hazard: crontab(0, 4, 1): days of the month", len(day.day_of_month), 31)
    lab.claim("hazard: its fourth is the day of the month", crontab(0, 4, "*", 2, 3).day_of_month, {2})
    lab.claim("hazard: its fifth is the month", crontab(0, 4, "*", 2, 3).month_of_year, {3})
    named = crontab(0, 4, day_of_month=1)
    lab.claim("mended: day_of_month=1", (named.day_of_month, len(named.day_of_week)), ({1}, 7))
    if hasattr(crontab, "from_string"):
        lab.claim("near: a cron line", crontab.from_string("0 4 1 * *").day_of_month, {1})


if __name__ == "__main__":
    lab.main(prove)
