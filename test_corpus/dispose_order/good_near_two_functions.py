"""Each function opens one session and disposes of its engine."""

import asyncio

from celery import shared_task

from app.db import SessionLocal, engine
from app.stock import count
from depot.db import DepotSessionLocal, depot_engine


async def count_shop() -> int:
    try:
        async with SessionLocal() as session:
            return await count(session)
    finally:
        await engine.dispose()


async def count_depot() -> int:
    try:
        async with DepotSessionLocal() as session:
            return await count(session)
    finally:
        await depot_engine.dispose()


@shared_task
def count_all() -> int:
    async def run() -> int:
        return await count_shop() + await count_depot()

    return asyncio.run(run())
