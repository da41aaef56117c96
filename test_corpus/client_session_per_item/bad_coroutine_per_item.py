import asyncio

import aiohttp
from celery import Celery

from fleet.store import load_vehicles, save_position

app = Celery("fleet")


async def _fetch(vehicle_id: int) -> dict:
    async with aiohttp.ClientSession() as session:  # expect CEL409: aiohttp.ClientSession()
        async with session.get(f"https://gps.example/vehicles/{vehicle_id}") as answer:
            return await answer.json()


async def _locate(vehicle_id: int) -> None:
    save_position(vehicle_id, await _fetch(vehicle_id))


async def _locate_all() -> None:
    await asyncio.gather(*(_locate(vehicle.id) for vehicle in load_vehicles()))


@app.task
def locate_fleet() -> None:
    asyncio.run(_locate_all())
