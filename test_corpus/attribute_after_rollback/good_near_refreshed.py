"""What was expired is loaded again before it is read: refreshed, or asked for anew."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker

from orders.db import engine
from orders.models import Order
from orders.shop import ship

make_session = async_sessionmaker(engine)


async def _ship(order_ids: list[int]) -> list[str]:
    labels = []
    async with make_session() as session:
        for order_id in order_ids:
            order = await session.get_one(Order, order_id)
            try:
                order.label = await ship(order.address)
                await session.commit()
                await session.refresh(order)
                labels.append(order.label)
            except Exception:
                await session.rollback()
                order = await session.get_one(Order, order_id)
                order.state = f"failed after {order.attempts}"
                await session.commit()
    return labels


@shared_task
def ship_orders(order_ids: list[int]) -> list[str]:
    return asyncio.run(_ship(order_ids))
