"""All that the handler reads was read before the rollback, and the loop ends there."""

import asyncio
import logging

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker

from mail.db import engine
from mail.models import Letter
from mail.post import send

logger = logging.getLogger(__name__)
make_session = async_sessionmaker(engine)


async def _send_all(day: str) -> None:
    async with make_session() as session:
        letters = (await session.scalars(select(Letter).where(Letter.day == day))).all()
        for letter in letters:
            try:
                await send(letter.address, letter.body)
            except OSError:
                logger.exception("letter %s", letter.id)
                await session.rollback()
                raise
        for letter in letters:
            letter.sent = True
        await session.commit()


@shared_task
def send_all(day: str) -> None:
    asyncio.run(_send_all(day))
