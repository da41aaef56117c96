"""`asyncio.run` is handed to a real thread of gevent's pool, not called by the task."""

import asyncio

import gevent
from celery import shared_task

from kitchen.orders import cook


@shared_task
def cook_order(order_id: int) -> str:
    threads = gevent.get_hub().threadpool
    return threads.apply(asyncio.run, (cook(order_id),))
