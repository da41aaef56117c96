"""Each session is an async one, by its class or by how it is used."""

import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from clinic.db import TaskSessionLocal
from clinic.models import Visit
from clinic.settings import DATABASE_URL


@shared_task
def open_visits() -> list[int]:
    async def _execute() -> list[int]:
        session = TaskSessionLocal()
        try:
            return list((await session.scalars(select(Visit.id))).all())
        finally:
            await session.close()

    return asyncio.run(_execute())


@shared_task
def closed_visits() -> list[int]:
    async def _execute() -> list[int]:
        engine = create_async_engine(DATABASE_URL)
        try:
            async with AsyncSession(engine) as session, engine.connect():
                return list((await session.scalars(select(Visit.id))).all())
        finally:
            await engine.dispose()

    return asyncio.run(_execute())
