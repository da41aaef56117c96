"""The engine can be seen: one is made here and handed on, the other is of a file and has no server."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from harbour.cargo import weigh
from harbour.settings import DATABASE_URL

shared = create_async_engine("sqlite+aiosqlite:///harbour.db")
SharedSession = async_sessionmaker(shared)


@shared_task
def weigh_cargo() -> None:
    async def run() -> None:
        engine = create_async_engine(DATABASE_URL)
        async with async_sessionmaker(engine)() as session:
            await weigh(session)
        print(engine.pool.status())
        asyncio.get_running_loop().call_soon(print, engine)

    asyncio.run(run())


@shared_task
def weigh_again() -> None:
    async def run() -> None:
        async with SharedSession() as session:
            await weigh(session)

    asyncio.run(run())
