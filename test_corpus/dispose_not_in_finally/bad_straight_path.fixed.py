import asyncio

from celery import shared_task

from shop.db import create_task_session_maker
from shop.stock import count_again


@shared_task
def count_stock(shop_id: int) -> None:
    asyncio.run(_count_stock(shop_id))


async def _count_stock(shop_id: int) -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            await count_again(session, shop_id)
            await session.commit()
    finally:
        await engine.dispose()
