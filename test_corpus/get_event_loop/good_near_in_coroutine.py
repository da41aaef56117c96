"""Within a coroutine, and in what it calls, the loop is running."""

import asyncio

from celery import shared_task

from scans.ocr import read_page


def _deadline(seconds: float) -> float:
    return asyncio.get_event_loop().time() + seconds


async def _read(path: str) -> str:
    loop = asyncio.get_event_loop()
    if loop.time() > _deadline(30):
        return ""
    return await loop.run_in_executor(None, read_page, path)


@shared_task
def read_scan(path: str) -> str:
    return asyncio.run(_read(path))
