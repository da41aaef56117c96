"""The number of queries is written in the code: it does not grow with the data."""

from enum import Enum

from celery import shared_task
from sqlalchemy import func, select

from tickets.db import SessionLocal
from tickets.models import Ticket

REGIONS = ("emea", "apac", "amer")


class Priority(Enum):
    LOW = 1
    HIGH = 2


@shared_task
def count_tickets() -> dict[str, int]:
    count = select(func.count(Ticket.id))
    with SessionLocal() as session:
        counts = {region: session.scalar(count.where(Ticket.region == region)) for region in REGIONS}
        for priority in Priority:
            counts[priority.name] = session.scalar(select(func.count(Ticket.id)).where(Ticket.priority == priority))
        for state in ("open", "waiting"):
            counts[state] = session.query(Ticket).filter(Ticket.state == state).count()
    return counts
