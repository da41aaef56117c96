"""The task makes a loop of its own and closes it."""

import asyncio

from celery import shared_task

from radio.stream import record


@shared_task
def record_show(station: str, minutes: int) -> str:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(record(station, minutes))
    finally:
        loop.close()
