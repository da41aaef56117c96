"""The task and its helper are plain functions: their thread is theirs. The function given to run_sync has a plain
session of SQLAlchemy's own."""

import asyncio
import time

import requests
from celery import shared_task
from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.database import async_session_maker
from crm.models import Lead


def _names(session: Session) -> list[str]:
    return list(session.scalars(select(Lead.name).limit(10)))


async def _greet() -> list[str]:
    time.sleep(0)
    async with async_session_maker() as db:
        return await db.run_sync(_names)


@shared_task
def greet() -> None:
    names = asyncio.run(_greet())
    requests.post("https://chat.example/greet", json=names, timeout=5)
