import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from shop.settings import DATABASE_URL

engine = create_async_engine(DATABASE_URL)


@shared_task
def purge_carts() -> None:
    async def purge() -> None:
        async with engine.begin() as connection:
            await connection.execute(text("DELETE FROM carts"))
        await engine.dispose()  # expect CEL310: engine.dispose()

    asyncio.run(purge())
