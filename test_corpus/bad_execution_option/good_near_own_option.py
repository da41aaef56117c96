"""A task class of the project reads options of its own."""

from celery import Task, shared_task

from hotel.base import TenantTask
from hotel.rooms import clean


class TimedTask(Task):
    abstract = True

    def apply_async(self, args=None, kwargs=None, **options):
        options["countdown"] = options.pop("delays", 0)
        return super().apply_async(args, kwargs, **options)


@shared_task(base=TimedTask)
def clean_room(room: int) -> None:
    clean(room)


@shared_task(base=TenantTask)
def clean_hall(hall: int) -> None:
    clean(hall)


def leave(room: int) -> None:
    clean_room.apply_async((room,), delays=30)
    clean_hall.apply_async((room,), expire=30)
