from celery import shared_task

from library.db import LibrarySessionLocal  # expect CEL336: from library.db import LibrarySessionLocal
from library.loans import overdue
from library.runner import run_async


@shared_task
def remind_readers(day: str) -> int:
    async def _execute() -> int:
        async with LibrarySessionLocal() as session:
            return await overdue(session, day)

    return run_async(_execute())
