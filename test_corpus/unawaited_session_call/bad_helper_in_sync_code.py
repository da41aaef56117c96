from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.db import open_session
from tickets.models import Ticket


def _cancel(session: AsyncSession, ticket: Ticket) -> None:
    ticket.cancelled = True
    session.commit()  # expect CEL320: session.commit()


@shared_task
def cancel_ticket(ticket_id: int) -> None:
    session, ticket = open_session(ticket_id)
    _cancel(session, ticket)
