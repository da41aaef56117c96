"""A helper that runs whatever coroutine it is handed is the project's runner, whatever its name."""

import asyncio
from collections.abc import Coroutine

from celery import shared_task

from harbour.ships import moor


def drive(coroutine: Coroutine[object, object, None]) -> None:
    asyncio.run(coroutine)


@shared_task
def moor_ship(ship_id: int) -> None:
    drive(moor(ship_id))
