"""Loops that are not asyncio's, and one that the module keeps."""

import asyncio

from celery import shared_task

from gallery.loops import background_loop
from gallery.prints import order_print
from gallery.runner import Runner

keeping = asyncio.new_event_loop()


@shared_task
def order(painting_id: int) -> None:
    background_loop.run_until_complete(order_print(painting_id))
    Runner().get_event_loop().run_until_complete(order_print(painting_id))
    keeping.run_until_complete(order_print(painting_id))
