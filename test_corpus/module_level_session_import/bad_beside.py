import asyncio

from celery import shared_task

from .db import get_shelf_session_maker, shelf_engine  # expect CEL336: from .db import get_shelf_session_maker, shelf_engine
from .shelves import count


@shared_task
def count_shelves() -> int:
    return asyncio.run(_count())


async def _count() -> int:
    try:
        async with get_shelf_session_maker()() as session:
            return await count(session)
    finally:
        await shelf_engine.dispose()


@shared_task
def forget_shelf(number: int) -> None:
    asyncio.run(_forget(number))


async def _forget(number: int) -> None:
    async with get_shelf_session_maker().begin() as session:
        await session.execute("delete from shelves where number = :number", {"number": number})
