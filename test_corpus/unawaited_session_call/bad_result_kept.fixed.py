from celery import shared_task
from sqlalchemy import select

from fleet.db import AsyncSessionLocal
from fleet.models import Vehicle
from fleet.runner import run_async


async def _worn(mileage: int) -> list[str]:
    async with AsyncSessionLocal() as db:
        rows = await db.scalars(select(Vehicle).where(Vehicle.mileage > mileage))
        return [vehicle.plate for vehicle in rows]


@shared_task
def report_worn_vehicles(mileage: int) -> list[str]:
    return run_async(_worn(mileage))
