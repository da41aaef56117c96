"""A maker of sessions is none itself."""

import asyncio

from celery import shared_task
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from reports.models import Sale


@shared_task
def count_sales(url: str) -> int:
    async def count() -> int:
        engine = create_async_engine(url)
        open_session = async_sessionmaker(engine)
        try:
            async with open_session() as session:
                return await session.scalar(select(func.count()).select_from(Sale))
        finally:
            await engine.dispose()

    return asyncio.run(count())
