import asyncio

from celery import shared_task
from sqlalchemy import delete

from fleet.db import create_task_session_maker
from fleet.models import Ping


@shared_task
def drop_pings(device_id: int) -> None:
    asyncio.run(_drop_pings(device_id))


async def _drop_pings(device_id: int) -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            old = delete(Ping).where(Ping.device_id == device_id)
            await session.execute(old)  # expect CEL306: session.execute(old)
    finally:
        await engine.dispose()
