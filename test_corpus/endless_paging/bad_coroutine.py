import asyncio

from celery import shared_task
from sqlalchemy import select

from observatory.db import create_task_session_maker
from observatory.models import Star
from observatory.plates import measure


@shared_task
def measure_stars(batch_size: int = 100) -> None:
    asyncio.run(_measure_stars(batch_size))


async def _measure_stars(batch_size: int) -> None:
    open_session, engine = create_task_session_maker()
    page = 0
    try:
        while 1:  # expect CEL337: 1
            async with open_session() as session:
                statement = select(Star).order_by(Star.id).offset(page * batch_size).limit(batch_size)
                for star in (await session.scalars(statement)).all():
                    await measure(star)
                await session.commit()
            page += 1
    finally:
        await engine.dispose()
