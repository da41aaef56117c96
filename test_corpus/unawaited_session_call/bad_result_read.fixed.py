from celery import shared_task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from library.db import engine
from library.models import Book
from library.runner import run_async


async def _titles(author: str) -> list[str]:
    async with AsyncSession(engine) as session:
        query = select(Book.title).where(Book.author == author)
        return list((await session.execute(query)).scalars())


@shared_task
def list_titles(author: str) -> list[str]:
    return run_async(_titles(author))
