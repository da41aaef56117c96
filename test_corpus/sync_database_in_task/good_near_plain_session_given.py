"""`run_sync` gives the function a plain session of the async one; a request session is no database."""

import asyncio

import requests
from celery import shared_task

from clinic.db import SessionLocal
from clinic.legacy import rebuild_index


@shared_task
def rebuild() -> None:
    async def _execute() -> None:
        async with SessionLocal() as session:
            await session.run_sync(lambda plain: rebuild_index(plain))
            await session.commit()

    asyncio.run(_execute())


@shared_task
def ping() -> int:
    with requests.Session() as session:
        return session.get("https://clinic.example/health", timeout=5).status_code
