import asyncio

from celery import shared_task

from parcels.carrier import fetch_state
from parcels.store import keep_state


@shared_task
def refresh_parcel(number: str) -> None:
    loop = asyncio.get_event_loop()
    state = loop.run_until_complete(fetch_state(number))  # expect CEL402: loop.run_until_complete(fetch_state(number))
    keep_state(number, state)
