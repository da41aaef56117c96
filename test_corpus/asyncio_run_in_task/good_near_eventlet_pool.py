# settings: worker-pool = "eventlet"; ignore = ["CEL417"]
"""On a declared eventlet pool another rule speaks (left out here): there it is no matter of house style."""

from asyncio import run

from celery import shared_task

from chat.presence import announce


@shared_task
def announce_arrival(room: str, user_id: int) -> None:
    run(announce(room, user_id))
