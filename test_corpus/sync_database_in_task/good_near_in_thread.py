"""The library only knows plain sessions, so the function runs in a thread."""

import asyncio

from celery import shared_task

from clinic.db import PlainSessionLocal
from clinic.legacy import rebuild_index


def _rebuild() -> None:
    with PlainSessionLocal() as session:
        rebuild_index(session)


@shared_task
def rebuild() -> None:
    async def _execute() -> None:
        await asyncio.to_thread(_rebuild)

    asyncio.run(_execute())
