# settings: worker-pool = "gevent"; ignore = ["CEL417"]
"""On a declared gevent pool another rule speaks (left out here): there it is no matter of house style."""

import asyncio

from celery import shared_task

from chat.relay import relay_message


@shared_task
def relay(room: str, text: str) -> None:
    asyncio.run(relay_message(room, text))
