"""The coroutine runs in the `else`: the `try` holds the question alone."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from celery import shared_task

from museum.audio import speak


def run_async(coroutine):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        result = asyncio.run(coroutine)
    else:
        with ThreadPoolExecutor(max_workers=1) as pool:
            result = pool.submit(asyncio.run, coroutine).result()
    return result


@shared_task
def speak_guide(exhibit_id: int, language: str) -> str:
    return run_async(speak(exhibit_id, language))
