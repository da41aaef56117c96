import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from parking.models import Ticket

engine = create_async_engine("postgresql+asyncpg://localhost/parking", pool_pre_ping=True)  # expect CEL408: create_async_engine("postgresql+asyncpg://localhost/parking", pool_pre_ping=True)
make_session = async_sessionmaker(engine, expire_on_commit=False)


async def _cancel(ticket_id: int) -> None:
    async with make_session.begin() as session:
        ticket = await session.scalar(select(Ticket).where(Ticket.id == ticket_id))
        ticket.cancelled = True


@shared_task
def cancel_ticket(ticket_id: int) -> None:
    asyncio.run(_cancel(ticket_id))
