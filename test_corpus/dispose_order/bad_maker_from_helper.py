import asyncio
from contextlib import suppress

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from app.settings import DATABASE_URL
from app.stock import compare
from depot.db import dispose_depot_engine, get_depot_session_maker

engine = create_async_engine(DATABASE_URL)
SessionLocal = async_sessionmaker(engine)


@shared_task
def compare_stock() -> None:
    async def execute() -> None:
        try:
            async with SessionLocal() as shop:
                DepotSession = get_depot_session_maker()
                async with DepotSession() as depot:
                    await compare(shop, depot)
        finally:
            with suppress(Exception):
                await engine.dispose()  # expect CEL311: engine.dispose()
            with suppress(Exception):
                await dispose_depot_engine()

    asyncio.run(execute())
