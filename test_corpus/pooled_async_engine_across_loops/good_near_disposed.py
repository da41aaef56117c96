"""The coroutine disposes of the engine at its end, so that the pool is empty when the next loop begins."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from stock.models import Article

engine = create_async_engine("postgresql+asyncpg://localhost/stock")


async def _reprice(article_id: int, cents: int) -> None:
    try:
        async with AsyncSession(engine) as session:
            article = await session.get_one(Article, article_id)
            article.cents = cents
            await session.commit()
    finally:
        await engine.dispose()


@shared_task
def reprice(article_id: int, cents: int) -> None:
    asyncio.run(_reprice(article_id, cents))
