# settings: worker-pool = "gevent"
import asyncio

import gevent
from celery import shared_task

from chat.relay import relay_message


@shared_task
def relay(room: str, text: str) -> None:
    gevent.get_hub().threadpool.apply(asyncio.run, (relay_message(room, text),))
