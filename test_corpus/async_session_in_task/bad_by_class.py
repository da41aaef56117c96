import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bakery.db import engine
from bakery.models import Order
from bakery.oven import heat

open_session = async_sessionmaker(engine)


@shared_task
def heat_ovens(day: str) -> None:
    async def _execute() -> int:
        session = AsyncSession(engine)  # expect CEL335: AsyncSession(engine)
        try:
            return len((await session.scalars(select(Order.id).where(Order.day == day))).all())
        finally:
            await session.close()

    heat(asyncio.run(_execute()))


@shared_task
def forget_orders(day: str) -> None:
    asyncio.run(_forget(day))


async def _forget(day: str) -> None:
    async with open_session.begin() as session:  # expect CEL335: open_session.begin()
        await session.execute(Order.__table__.delete().where(Order.day == day))
