"""Names count in any field, what follows a range is left out, and an empty list never comes.

Day 31 of February never comes either; Celery 5.7 refuses it.
"""

import celery
from celery.schedules import crontab

from proofs import lab


def prove() -> None:
    lab.claim('hazard: minute="mon"', crontab(minute="mon").minute, {1})
    lab.claim('hazard: day_of_month="mon-fri"', crontab(day_of_month="mon-fri").day_of_month, {1, 2, 3, 4, 5})
    lab.claim('hazard: hour="8-12-16"', crontab(hour="8-12-16").hour, {8, 9, 10, 11, 12})
    lab.claim('hazard: minute="*/30-40"', crontab(minute="*/30-40").minute, {0, 30})
    lab.claim("hazard: day_of_week=[]", crontab(day_of_week=[]).day_of_week, set())
    refuses = celery.VERSION >= (5, 7)
    impossible = lab.raised_by(crontab, day_of_month=31, month_of_year="2,4,6")
    lab.claim("hazard: 31 February raises", impossible, "ValueError" if refuses else None)

    lab.claim('mended: day_of_week="mon-fri"', crontab(day_of_week="mon-fri").day_of_week, {1, 2, 3, 4, 5})
    lab.claim('mended: hour="8,12,16"', crontab(hour="8,12,16").hour, {8, 12, 16})
    lab.claim("mended: 29 February", lab.raised_by(crontab, day_of_month=29, month_of_year=2), None)


if __name__ == "__main__":
    lab.main(prove)
