from urllib.request import urlopen

import aiohttp
import httpx
import requests
from celery import shared_task

from coast.runners import run_async

session = requests.Session()


@shared_task
def tides(harbour: str) -> int:
    first = session.get(f"https://tides.example.com/{harbour}", timeout=5)  # expect CEL416: session.get(f"https://tides.example.com/{harbour}", timeout=5)
    second = session.post("https://tides.example.com/seen", timeout=5)
    return first.status_code + second.status_code


@shared_task(bind=True)
def waves(self, beach: str) -> dict:
    return run_async(_waves(beach))


async def _waves(beach: str) -> dict:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"https://waves.example.com/{beach}") as answer:  # expect CEL416: client.get(f"https://waves.example.com/{beach}")
            return await answer.json()


@shared_task
def wind(island: str) -> str:
    with httpx.Client(timeout=5) as client:
        return _read(client, island)


def _read(client: httpx.Client, island: str) -> str:
    with urlopen("https://wind.example.com/ping", timeout=5):  # expect CEL416: urlopen("https://wind.example.com/ping", timeout=5)
        return client.get(f"https://wind.example.com/{island}").text
