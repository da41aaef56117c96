"""A helper makes the coroutine and returns it; its caller runs it."""

import asyncio
from collections.abc import Coroutine

from celery import shared_task

from radio.stream import record


async def _record(station: str, minutes: int) -> str:
    return await record(station, minutes)


def _recording(station: str, minutes: int) -> Coroutine[object, object, str]:
    return _record(station, minutes)


@shared_task
def record_show(station: str, minutes: int) -> str:
    return asyncio.run(_recording(station, minutes))
