"""`expire_on_commit=False` keeps what was loaded, also through a rollback with nothing begun; of a session made
elsewhere nobody knows."""

import asyncio
import logging

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker

from hooks.db import AsyncSessionLocal, engine
from hooks.models import Hook
from hooks.net import call

logger = logging.getLogger(__name__)
make_session = async_sessionmaker(engine, expire_on_commit=False)


async def _call_all(topic: str) -> None:
    async with make_session() as session:
        hooks = (await session.scalars(select(Hook).where(Hook.topic == topic))).all()
        await session.commit()
        for hook in hooks:
            try:
                await call(hook.url)
            except OSError:
                await session.rollback()
                logger.warning("hook %s", hook.id)


async def _register(url: str) -> int:
    async with AsyncSessionLocal() as session:
        hook = Hook(url=url)
        session.add(hook)
        await session.commit()
        return hook.id


@shared_task
def call_all(topic: str) -> None:
    asyncio.run(_call_all(topic))


@shared_task
def register(url: str) -> int:
    return asyncio.run(_register(url))
