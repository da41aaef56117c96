"""Nothing is kept that would have to be disposed of."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

from harbour.cargo import weigh
from harbour.settings import DATABASE_URL

engine = create_async_engine(DATABASE_URL, poolclass=NullPool)
SessionLocal = async_sessionmaker(engine)


@shared_task
def weigh_cargo() -> None:
    async def run() -> None:
        async with SessionLocal() as session:
            await weigh(session)

    asyncio.run(run())
