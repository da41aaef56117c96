"""The word stands in names, texts and comments only."""

from celery import shared_task

from trips.border import await_clearance


@shared_task
def cross_border(trip_id: int) -> str:
    # await the clearance, async with the customs office
    await_clearance(trip_id)
    return f"await trip {trip_id}"
