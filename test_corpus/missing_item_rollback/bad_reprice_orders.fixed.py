import logging

from celery import shared_task
from sqlalchemy import select

from shop.db import create_task_session_maker
from shop.models import Order
from shop.pricing import reprice
from shop.runner import run_async

logger = logging.getLogger(__name__)


@shared_task
def reprice_orders(campaign_id: int) -> None:
    run_async(_reprice_orders(campaign_id))


async def _reprice_orders(campaign_id: int) -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            for order in (await session.scalars(select(Order).where(Order.campaign_id == campaign_id))).all():
                order_id = order.id
                try:
                    async with session.begin_nested():
                        await reprice(session, order)
                except Exception as error:
                    logger.error("order %s keeps its price: %s", order_id, error)
            await session.commit()
    finally:
        await engine.dispose()
