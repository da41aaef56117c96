"""Each worker process is given its loop when it starts."""

import asyncio

from celery import shared_task
from celery.signals import worker_process_init

from stocks.client import fetch_price


@worker_process_init.connect
def give_loop(**_: object) -> None:
    asyncio.set_event_loop(asyncio.new_event_loop())


@shared_task
def refresh_price(symbol: str) -> float:
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(fetch_price(symbol))
