import asyncio
from collections.abc import AsyncIterator

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from hotel.db import AsyncSessionLocal
from hotel.models import Booking


async def get_db() -> AsyncIterator[AsyncSession]:
    async with AsyncSessionLocal() as session:
        yield session


@shared_task
def cancel(booking_id: int) -> None:
    asyncio.run(_cancel(booking_id))


async def _cancel(booking_id: int) -> None:
    async with AsyncSessionLocal() as session:
        await session.delete(await session.get(Booking, booking_id))
        await session.commit()
