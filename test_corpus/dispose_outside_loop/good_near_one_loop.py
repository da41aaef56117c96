"""Both runs are of one loop: the function makes it, or the module keeps it."""

import asyncio

from celery import shared_task

from billing.db import engine
from billing.invoices import close_month, send_reminders

loop = asyncio.new_event_loop()


def run_async(coroutine):
    return loop.run_until_complete(coroutine)


@shared_task
def close() -> None:
    own = asyncio.new_event_loop()
    try:
        own.run_until_complete(close_month())
    finally:
        own.run_until_complete(engine.dispose())
        own.close()


@shared_task
def remind() -> None:
    try:
        run_async(send_reminders())
    finally:
        run_async(engine.dispose())
