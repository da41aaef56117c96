import asyncio

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker

from fleet.db import engine
from fleet.models import Vehicle

make_session = async_sessionmaker(engine, expire_on_commit=False)


async def _lock_worn(mileage: int) -> list[str]:
    async with make_session() as session:
        async with session.begin():
            vehicles = (await session.scalars(select(Vehicle).where(Vehicle.mileage > mileage))).all()
            for vehicle in vehicles:
                vehicle.locked = True
        return [vehicle.plate for vehicle in vehicles]


@shared_task
def lock_worn_vehicles(mileage: int) -> list[str]:
    return asyncio.run(_lock_worn(mileage))
