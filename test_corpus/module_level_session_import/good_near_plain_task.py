"""No coroutine opens a session: the task does so itself, or is handed one."""

from celery import shared_task

from library.db import SessionLocal
from library.loans import overdue


@shared_task
def count_overdue(day: str) -> int:
    with SessionLocal() as session:
        return overdue(session, day)


async def overdue_on(session, day: str) -> int:
    return await overdue(session, day)
