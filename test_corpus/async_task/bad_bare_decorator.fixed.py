import asyncio

import httpx

from weather.celery import app
from weather.stations import store_forecast


@app.task
def refresh_forecast(station_id: str) -> None:
    return asyncio.run(_refresh_forecast(station_id))


async def _refresh_forecast(station_id: str) -> None:
    async with httpx.AsyncClient(timeout=10) as client:
        response = await client.get(f"https://forecast.example.org/stations/{station_id}")
        response.raise_for_status()
    store_forecast(station_id, response.json())
