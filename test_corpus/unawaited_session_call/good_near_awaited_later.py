"""The coroutines are kept and awaited later, made into tasks, or handed to a helper."""

import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker

from shop.db import engine
from shop.models import Order
from shop.runner import run_async, with_timeout

make_session = async_sessionmaker(engine)


async def _close_order(order_id: int) -> str:
    async with make_session() as session:
        lookup = session.scalar(select(Order).where(Order.id == order_id))
        order = await lookup
        order.closed = True
        await with_timeout(session.flush(), 5)
        storing = asyncio.create_task(session.commit())
        await storing
        state = session.scalar(select(Order.state).where(Order.id == order_id))
        return await asyncio.wait_for(state, timeout=5)


@shared_task
def close_order(order_id: int) -> str:
    return run_async(_close_order(order_id))
