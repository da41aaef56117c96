"""The helper is ready for there being no loop."""

import asyncio

from celery import shared_task

from maps.tiles import render_tile


def _loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_event_loop()
    except RuntimeError:
        return asyncio.new_event_loop()


@shared_task
def render(zoom: int, column: int, row: int) -> None:
    _loop().run_until_complete(render_tile(zoom, column, row))
