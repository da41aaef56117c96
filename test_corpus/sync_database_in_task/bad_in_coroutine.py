import asyncio

from celery import shared_task
from sqlalchemy import select

from clinic.db import TaskSessionLocal
from clinic.mail import remind
from clinic.models import Visit


@shared_task
def remind_patients(day: str) -> None:
    async def _execute() -> None:
        session = TaskSessionLocal()  # expect CEL413: TaskSessionLocal()
        try:
            visits = session.scalars(select(Visit).where(Visit.day == day)).all()
            await asyncio.gather(*(remind(visit.patient_id) for visit in visits))
        finally:
            session.close()

    asyncio.run(_execute())
