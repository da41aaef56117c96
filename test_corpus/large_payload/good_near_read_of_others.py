"""Nobody knows how much these give: a method of the project, a queue, a socket."""

from celery import shared_task

from meters.ports import Port
from meters.store import store_level


@shared_task
def note_level(level: str) -> None:
    store_level(level)


def poll(port: Port, queue) -> None:
    note_level.delay(port.read())
    note_level.delay(queue.read().decode())
