"""The coroutine around it disposes of the engine, or a helper that it calls, or a stack."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

from celery import shared_task

from harbour.cargo import declare, weigh
from harbour.db import SessionLocal, engine


async def _declare() -> None:
    async with SessionLocal() as session:
        await declare(session)


async def _dispose() -> None:
    print("disposing")
    await engine.dispose()


@asynccontextmanager
async def task_session():
    try:
        async with SessionLocal() as session:
            yield session
    finally:
        await engine.dispose()


@shared_task
def declare_cargo() -> None:
    async def run() -> None:
        try:
            await _declare()
        finally:
            await _dispose()

    asyncio.run(run())


@shared_task
def weigh_cargo() -> None:
    async def run() -> None:
        async with task_session() as session:
            await weigh(session)

    asyncio.run(run())


@shared_task
def weigh_again() -> None:
    async def run() -> None:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(engine.dispose)
            session = await stack.enter_async_context(SessionLocal())
            async with SessionLocal() as other:
                await weigh(session, other)

    asyncio.run(run())
