import asyncio

from celery import shared_task
from sqlalchemy import select

from mailbox.db import create_task_session_maker
from mailbox.models import Message
from mailbox.spam import score


@shared_task
def score_messages() -> None:
    asyncio.run(_score())


async def _score() -> None:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            messages = await session.stream_scalars(select(Message))
            async for message in messages:
                try:
                    message.score = await score(message.text)
                except ValueError:
                    await session.rollback()  # expect CEL329: session.rollback()
            await session.commit()
    finally:
        await engine.dispose()
