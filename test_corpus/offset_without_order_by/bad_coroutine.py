import asyncio

import sqlalchemy as sa
from celery import shared_task

from newsletter.db import create_task_session_maker
from newsletter.models import Reader


@shared_task
def count_languages() -> dict[str, int]:
    return asyncio.run(_count())


async def _count() -> dict[str, int]:
    counts: dict[str, int] = {}
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            for offset in range(0, 10_000, 500):
                page = sa.select(Reader.language).offset(offset).limit(500)  # expect CEL314: sa.select(Reader.language).offset(offset)
                for language in await session.scalars(page):
                    counts[language] = counts.get(language, 0) + 1
    finally:
        await engine.dispose()
    return counts
