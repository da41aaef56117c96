"""The tasks have names of their own, or may have."""

from celery import shared_task
from django.conf import settings

from museum.rooms import open_room


def in_opening_hours(function):
    def guarded(*args):
        if settings.IS_OPEN:
            function(*args)

    return guarded


@shared_task(name="museum.open_room")
@in_opening_hours
def open_one(room: int) -> None:
    open_room(room)


@shared_task(**settings.ROOM_TASK)
@in_opening_hours
def open_all() -> None:
    open_room(None)
