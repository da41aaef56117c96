"""Zones that are no text, that the environment names, or that are not Celery's."""

import os
from zoneinfo import ZoneInfo

from celery import Celery

app = Celery("clock", broker="redis://localhost")
app.conf.timezone = ZoneInfo("Europe/Vienna")

other = Celery("other", broker="redis://localhost", timezone=os.environ.get("TZ", "utc"))
other.conf.timezone = None

REPORT_TIMEZONE = "local"
USER_DEFAULTS = {"timezone": "browser"}
