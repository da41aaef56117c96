"""A second attempt after a lost connection, not after a RuntimeError."""

import asyncio

from celery import shared_task

from boats.client import fetch_position


@shared_task
def refresh_position(boat_id: int) -> tuple[float, float]:
    try:
        return asyncio.run(fetch_position(boat_id))
    except ConnectionError:
        return asyncio.run(fetch_position(boat_id))
