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
    session = next(get_db())  # expect CEL330: next(get_db())
    session.delete(session.get(Booking, booking_id))
    session.commit()
