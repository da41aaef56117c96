import asyncio

from celery import Celery
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

from bookings.mail import send_ticket
from bookings.models import Booking

app = Celery("bookings")
engine = create_async_engine("postgresql+asyncpg://localhost/bookings", poolclass=NullPool)
Session = async_sessionmaker(engine, expire_on_commit=False, class_=AsyncSession)


async def _book(event_id: int, visitor: str) -> int:
    async with Session() as session:
        booking = Booking(event_id=event_id, visitor=visitor)
        session.add(booking)
        await session.commit()
        await send_ticket(booking.id)
        return booking.id


@app.task
def book(event_id: int, visitor: str) -> int:
    return asyncio.run(_book(event_id, visitor))
