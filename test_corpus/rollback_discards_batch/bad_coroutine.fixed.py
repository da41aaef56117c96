import asyncio

from celery import shared_task
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

from forum.models import Account

engine = create_async_engine("postgresql+psycopg://forum", poolclass=NullPool)
open_session = async_sessionmaker(engine)


@shared_task
def purge_accounts(names: list[str]) -> int:
    return asyncio.run(_purge(names))


async def _purge(names: list[str]) -> int:
    purged = 0
    async with open_session() as session:
        for name in names:
            try:
                async with session.begin_nested():
                    await session.execute(delete(Account).where(Account.name == name))
                purged += 1
            except IntegrityError:
                pass
        await session.commit()
    return purged
