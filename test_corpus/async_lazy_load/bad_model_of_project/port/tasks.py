import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession

from port.db import engine
from port.models import Ship


async def _count(ship_id: int) -> int:
    async with AsyncSession(engine) as session:
        ship = await session.get(Ship, ship_id)
        return len(ship.cargo)  # expect CEL331: ship.cargo


@shared_task
def count(ship_id: int) -> int:
    return asyncio.run(_count(ship_id))
