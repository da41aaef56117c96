import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from tenants.models import Invoice
from tenants.settings import url_of


@shared_task
def count_invoices(tenant: str) -> int:
    return asyncio.run(_count(tenant))


async def _count(tenant: str) -> int:
    engine = create_async_engine(url_of(tenant))
    try:
        open_session = async_sessionmaker(engine, class_=AsyncSession)
        async with open_session() as session:
            return len((await session.scalars(select(Invoice.id))).all())
    finally:
        await engine.dispose()
