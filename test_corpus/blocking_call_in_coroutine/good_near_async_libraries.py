"""Each of these waits without blocking: an async client, an async session."""

import asyncio

import httpx
from celery import shared_task
from sqlalchemy import select

from crm.database import async_session_maker
from crm.models import Lead


async def _load() -> int:
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.get("https://leads.example/today")
    async with async_session_maker() as db:
        known = (await db.execute(select(Lead.email).limit(500))).scalars().all()
        await db.commit()
    await asyncio.sleep(1)
    return len(set(answer.json()) - set(known))


@shared_task
def count_new_leads() -> int:
    return asyncio.run(_load())
