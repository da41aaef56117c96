"""`finally` closes the session, whatever it looks like before."""

import asyncio

import aiohttp
import httpx
from celery import shared_task

from chat.store import keep_messages


async def _load(room: str) -> list[str]:
    session = aiohttp.ClientSession()
    try:
        answer = await session.get(f"https://chat.example/{room}")
        return await answer.json()
    finally:
        if session and not session.closed:
            await session.close()


@shared_task
def load_room(room: str) -> None:
    keep_messages(room, asyncio.run(_load(room)))


@shared_task
def close_room(room: str) -> None:
    client = None
    try:
        client = httpx.Client()
        client.delete(f"https://chat.example/{room}")
    finally:
        if client is not None:
            client.close()
