import os
from contextlib import asynccontextmanager

from asgiref.sync import async_to_sync
from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from chat.models import Message

PASSWORD = os.environ["CHAT_PASSWORD"]
database = create_async_engine(f"postgresql+asyncpg://chat:{PASSWORD}@db/chat")  # expect CEL408: create_async_engine(f"postgresql+asyncpg://chat:{PASSWORD}@db/chat")


@asynccontextmanager
async def open_session():
    async with AsyncSession(database) as session:
        yield session
        await session.commit()


async def _store(room: str, text: str) -> None:
    async with open_session() as session:
        session.add(Message(room=room, text=text))


@shared_task
def store_message(room: str, text: str) -> None:
    async_to_sync(_store)(room, text)
