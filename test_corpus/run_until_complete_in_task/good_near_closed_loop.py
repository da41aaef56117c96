"""A helper that looks at the state of the loop before it is used."""

import asyncio

from celery import shared_task

from kitchen.orders import cook


def _loop():
    loop = asyncio.get_event_loop()
    return asyncio.new_event_loop() if loop.is_closed() else loop


def _run(coroutine):
    loop = asyncio.get_event_loop()
    if loop.is_closed():
        return asyncio.run(coroutine)
    return loop.run_until_complete(coroutine)


@shared_task
def cook_order(order_id: int) -> None:
    _run(cook(order_id))
    _loop().run_until_complete(cook(order_id))
