"""What blocks is handed to a thread, by its name or in a lambda."""

import asyncio
import time

import requests
from celery import shared_task


async def _fetch(url: str) -> bytes:
    answer = await asyncio.to_thread(requests.get, url, timeout=30)
    await asyncio.to_thread(time.sleep, 0.5)
    status = await asyncio.get_running_loop().run_in_executor(None, lambda: requests.head(url, timeout=5).status_code)
    return answer.content if status == 200 else b""


@shared_task
def mirror(url: str) -> int:
    return len(asyncio.run(_fetch(url)))
