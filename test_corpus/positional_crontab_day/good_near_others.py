"""Other libraries' crontabs, and fields that cannot be seen."""

from celery import schedules
from crontabs import crontab

FIELDS = ("0", "4", "1")
UNSEEN = schedules.crontab(*FIELDS)
OTHER = crontab(0, 4, 1)


class CronTrigger:
    def crontab(self, minute, hour, day):
        return (minute, hour, day)


MINE = CronTrigger().crontab(0, 4, 1)
