"""`add`, `add_all`, `expunge` and `begin` of an async session are no coroutines."""

from celery import shared_task

from forum.db import AsyncSessionLocal
from forum.models import Post, Thread
from forum.runner import run_async


async def _open_thread(title: str, texts: list[str]) -> None:
    async with AsyncSessionLocal() as session, session.begin():
        thread = Thread(title=title)
        session.add(thread)
        session.add_all([Post(thread=thread, text=text) for text in texts])
        await session.flush()
        session.expunge(thread)


@shared_task
def open_thread(title: str, texts: list[str]) -> None:
    run_async(_open_thread(title, texts))
