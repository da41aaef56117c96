import asyncio

from celery import shared_task

from quay.cranes import move
from quay.db import SessionLocal


@shared_task
def move_crane(crane_id: int) -> None:
    async def run() -> None:
        async with SessionLocal() as session:  # expect CEL333: SessionLocal()
            await move(session, crane_id)

    asyncio.run(run())
