import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from .models import Customer
from .stock import Orders


async def _greet_regulars() -> int:
    engine = create_async_engine("postgresql+psycopg://db/shop")
    async with AsyncSession(engine) as session:
        orders = Orders(session)
        customers = (await session.scalars(select(Customer))).all()
        bought = [await orders.last_of(each.id) for each in customers]  # expect CEL302: orders.last_of(each.id)
    await engine.dispose()
    return len([order for order in bought if order])


@shared_task
def greet_regulars() -> int:
    return asyncio.run(_greet_regulars())
