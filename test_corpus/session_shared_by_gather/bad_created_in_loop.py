import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from letters.db import engine
from letters.post import deliver


async def _deliver_all(letter_ids: list[int]) -> None:
    running = set()
    async with AsyncSession(engine) as session:
        for letter_id in letter_ids:
            running.add(asyncio.create_task(deliver(session, letter_id)))  # expect CEL321: asyncio.create_task(deliver(session, letter_id))
        for each in running:
            await each


@shared_task
def deliver_all(letter_ids: list[int]) -> None:
    asyncio.run(_deliver_all(letter_ids))
