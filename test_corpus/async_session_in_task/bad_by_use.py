import asyncio

from celery import shared_task

from bakery.db import create_task_session_maker
from bakery.stock import count_flour


@shared_task
def order_flour() -> None:
    asyncio.run(_order_flour())


async def _order_flour() -> None:
    maker, engine = create_task_session_maker()
    try:
        async with maker() as session:  # expect CEL335: maker()
            if await count_flour(session) < 100:
                await session.commit()
    finally:
        await engine.dispose()
