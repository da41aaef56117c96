from celery import shared_task
from sqlalchemy import func, select

from clinic.db import SessionLocal
from clinic.models import Visit
from clinic.tasks.utils import run_async


@shared_task
def count_visits(day: str) -> int:
    async def _execute() -> int:
        async with SessionLocal() as session:
            return await session.scalar(select(func.count(Visit.id)).where(Visit.day == day))

    return run_async(_execute())


@shared_task
def close_visit(visit_id: int) -> None:
    async def _execute() -> None:
        async with SessionLocal() as session:
            (await session.get(Visit, visit_id)).close()
            await session.commit()

    run_async(_execute())
