"""The minute is given, though its value cannot be seen."""

import zlib

from celery import Celery
from celery.schedules import crontab

from hosting.settings import REPORT_MINUTES, TENANT

app = Celery("hosting")
app.conf.beat_schedule = {
    "renew-certificates": {
        "task": "hosting.renew_certificates",
        "schedule": crontab(hour=4, minute=zlib.crc32(TENANT.encode()) % 60),
    },
    "report-usage": {"task": "hosting.report_usage", "schedule": crontab(minute=REPORT_MINUTES, day_of_week="mon")},
}
