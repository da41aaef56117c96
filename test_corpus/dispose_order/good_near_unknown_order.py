"""Which session is behind which engine does not show, or both come from one module."""

import asyncio
from contextlib import suppress

from celery import shared_task

from app.db import MainSessionLocal, ReplicaSessionLocal, main_engine, replica_engine
from app.engines import archive_engine, live_engine
from app.stock import compare


@shared_task
def compare_replica() -> None:
    async def run() -> None:
        try:
            async with MainSessionLocal() as main, ReplicaSessionLocal() as replica:
                await compare(main, replica)
        finally:
            with suppress(Exception):
                await main_engine.dispose()
            with suppress(Exception):
                await replica_engine.dispose()
            with suppress(Exception):
                await live_engine.dispose()
            with suppress(Exception):
                await archive_engine.dispose()

    asyncio.run(run())
