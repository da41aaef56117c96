"""The coroutine of each item is handed the session that all share."""

import asyncio

import aiohttp
from celery import shared_task

from fleet.store import load_vehicles, save_position


async def _locate(session: aiohttp.ClientSession, vehicle_id: int) -> None:
    async with session.get(f"https://gps.example/vehicles/{vehicle_id}") as answer:
        save_position(vehicle_id, await answer.json())


async def _locate_all() -> None:
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(_locate(session, vehicle.id) for vehicle in load_vehicles()))


@shared_task
def locate_fleet() -> None:
    asyncio.run(_locate_all())
