"""The file makes its engine and its sessions itself, or needs the maker while it is imported."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from library.db import LibrarySessionLocal
from library.shelves import count

engine = create_async_engine("postgresql+psycopg://library")
open_session = async_sessionmaker(engine)
LibrarySessionLocal.configure(expire_on_commit=False)


@shared_task
def count_shelves() -> int:
    async def _execute() -> int:
        async with open_session() as session, LibrarySessionLocal() as other:
            return await count(session) + await count(other)

    return asyncio.run(_execute())
