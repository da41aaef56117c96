"""The keywords come from a dictionary: whether the minute is among them cannot be seen."""

from celery import Celery
from celery.schedules import crontab

from clinic.settings import REMINDER_TIME, REPORT_TIME

app = Celery("clinic")
app.conf.beat_schedule = {
    "remind-patients": {"task": "clinic.remind", "schedule": crontab(**REMINDER_TIME)},
    "weekly-report": {"task": "clinic.report", "schedule": crontab(day_of_week=1, **REPORT_TIME)},
}
