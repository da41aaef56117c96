"""The house's runner is the one place that may call `asyncio.run`."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from celery import shared_task

from geo.lookup import locate


def run_async(coroutine: Coroutine[Any, Any, Any]) -> Any:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


@shared_task
def locate_address(address: str) -> tuple[float, float]:
    return run_async(locate(address))
