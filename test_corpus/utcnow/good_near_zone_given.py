"""The zone is given at once, so the time does know that it is UTC."""

from datetime import datetime, timezone

import pytz
from celery import shared_task

from museum.models import Visit


@shared_task
def close_visits():
    now = datetime.utcnow().replace(tzinfo=timezone.utc)
    opened = pytz.utc.localize(datetime.utcnow())
    Visit.close(now, opened)
