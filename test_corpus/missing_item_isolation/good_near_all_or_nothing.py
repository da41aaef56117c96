"""The items are done together or not at all."""

from celery import shared_task
from django.db import transaction

from gym.halls import close_hall, list_halls, open_hall


@shared_task
@transaction.atomic
def open_all() -> None:
    for hall in list_halls():
        open_hall(hall)


@shared_task
def close_all() -> None:
    with transaction.atomic():
        for hall in list_halls():
            close_hall(hall)
