# settings: queues = ["celery"]
"""The names stand elsewhere; other things have queues, too."""

import queue

from celery import shared_task
from kombu import Queue

from mail.queues import FAST, queue_for
from mail.rooms import sort_letters


@shared_task(queue=FAST)
def sort(room: int, queue: str = "left") -> None:
    sort_letters(room, queue)


def monday(room: int, name: str) -> None:
    waiting = queue.Queue(maxsize=3)
    waiting.put(room)
    sort.apply_async((room,), queue=name)
    sort.apply_async((room,), queue=queue_for(room))
    sort.apply_async((room,), queue=Queue("right"))
    sort.apply_async((room,), queue=None)
    sort.delay(room, queue="right")
    sort_letters(room, queue="right")
