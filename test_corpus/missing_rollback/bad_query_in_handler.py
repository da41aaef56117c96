import asyncio

from celery import shared_task
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from mailings.db import AsyncSessionLocal
from mailings.models import Reader


@shared_task
def subscribe(address: str) -> int:
    async def _subscribe() -> int:
        async with AsyncSessionLocal() as session:
            return await _reader_id(session, address)

    return asyncio.run(_subscribe())


async def _reader_id(session: AsyncSession, address: str) -> int:
    try:
        result = await session.execute(insert(Reader).values(address=address).returning(Reader.id))
        return result.scalar_one()
    except Exception:  # expect CEL304: except Exception
        return await session.scalar(select(Reader.id).where(Reader.address == address))
