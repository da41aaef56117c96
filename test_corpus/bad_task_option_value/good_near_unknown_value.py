"""The settings and the project's own class decide what the values are."""

import datetime

from celery import shared_task
from django.conf import settings

from durations import timedelta
from rooms.heating import heat
from rooms.tasks import PatientTask


@shared_task(max_retries=settings.HEATING["retries"], default_retry_delay=timedelta(minutes=5))
def heat_room(room: str) -> None:
    heat(room)


@shared_task(base=PatientTask, default_retry_delay=datetime.timedelta(minutes=5))
def heat_house(house: str) -> None:
    heat(house)
