"""The runner makes a loop where there is none."""

import asyncio

from celery import shared_task

from weather.client import fetch_forecast


def _run_async(coroutine):
    try:
        loop = asyncio.get_event_loop()
    except RuntimeError:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
    return loop.run_until_complete(coroutine)


@shared_task
def refresh_forecast(city: str) -> None:
    _run_async(fetch_forecast(city))
