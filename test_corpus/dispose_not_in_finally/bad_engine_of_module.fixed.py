import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from shop.settings import DATABASE_URL

engine = create_async_engine(DATABASE_URL)


@shared_task
def purge_carts() -> None:
    async def purge() -> None:
        try:
            async with engine.begin() as connection:
                await connection.execute(text("DELETE FROM carts"))
        finally:
            await engine.dispose()

    asyncio.run(purge())
