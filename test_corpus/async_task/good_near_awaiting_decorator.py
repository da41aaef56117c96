"""The decorator in between makes a plain function of the coroutine."""

from celery import shared_task

from tickets.aio import in_event_loop
from tickets.api import TicketApi


@shared_task(name="tickets.close_stale", ignore_result=True)
@in_event_loop
async def close_stale(days: int = 30) -> None:
    async with TicketApi() as api:
        async for ticket in api.untouched_for(days):
            await api.close(ticket, reason="no answer")
