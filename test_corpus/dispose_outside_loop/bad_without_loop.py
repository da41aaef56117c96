import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from billing.invoices import close_month
from billing.settings import url_of


@shared_task
def close(tenant: str) -> None:
    engine = create_async_engine(url_of(tenant))
    maker = async_sessionmaker(engine)

    async def work() -> None:
        async with maker() as session:
            await close_month(session)

    try:
        asyncio.run(work())
    finally:
        engine.sync_engine.dispose()  # expect CEL309: engine.sync_engine.dispose()
