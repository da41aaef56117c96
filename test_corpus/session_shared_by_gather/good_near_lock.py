"""A lock lets one coroutine after the other use the session; another only adds to it, which awaits nothing."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from sensors.client import read
from sensors.db import engine
from sensors.models import Reading

turn = asyncio.Semaphore(1)


async def _store(session: AsyncSession, lock: asyncio.Lock, name: str) -> None:
    value = await read(name)
    async with lock:
        session.add(Reading(name=name, value=value))
        await session.flush()


async def _take_turn(session: AsyncSession, name: str) -> None:
    async with turn:
        await session.merge(Reading(name=name, value=0))


async def _add(session: AsyncSession, name: str) -> None:
    session.add(Reading(name=name, value=await read(name)))


async def _store_all(names: list[str]) -> None:
    lock = asyncio.Lock()
    async with AsyncSession(engine) as session:
        await asyncio.gather(*(_store(session, lock, name) for name in names))
        await asyncio.gather(*(_take_turn(session, name) for name in names))
        await asyncio.gather(*[_add(session, name) for name in names])
        await session.commit()


@shared_task
def store_readings(names: list[str]) -> None:
    asyncio.run(_store_all(names))
