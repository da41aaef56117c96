import asyncio

from celery import shared_task

from parcels.carrier import fetch_state
from parcels.store import keep_state


@shared_task
def refresh_parcel(number: str) -> None:
    state = asyncio.run(fetch_state(number))
    keep_state(number, state)
