"""The settings and the project's own class decide what the values are."""

from celery import shared_task
from django.conf import settings

from durations import timedelta
from rooms.heating import heat


@shared_task(max_retries=settings.HEATING["retries"], default_retry_delay=timedelta(minutes=5))
def heat_room(room: str) -> None:
    heat(room)
