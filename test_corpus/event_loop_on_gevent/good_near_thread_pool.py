# settings: worker-pool = "gevent"
"""Real threads of the hub run the loops: in a lambda, and in a function that is handed to them."""

import asyncio

from celery import shared_task
from gevent.threadpool import ThreadPool

from museum.audio import speak
from museum.labels import print_label

threads = ThreadPool(4)


def _speak(exhibit_id: int) -> str:
    return asyncio.run(speak(exhibit_id))


@shared_task
def speak_and_print(exhibit_id: int) -> str:
    threads.spawn(lambda: asyncio.run(print_label(exhibit_id))).get()
    return threads.apply(_speak, (exhibit_id,))
