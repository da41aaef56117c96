from celery import shared_task

from library.loans import overdue
from library.runner import run_async


@shared_task
def remind_readers(day: str) -> int:
    async def _execute() -> int:
        from library.db import LibrarySessionLocal

        async with LibrarySessionLocal() as session:
            return await overdue(session, day)

    return run_async(_execute())
