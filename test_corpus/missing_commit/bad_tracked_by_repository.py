from celery import shared_task

from harbour.db import SessionLocal
from harbour.models import Berth
from harbour.repositories import ExecutionRepository


@shared_task
def free_berth(number: int, execution_id: str | None = None) -> None:
    with SessionLocal() as session:
        session.add(Berth(number=number, free=True))  # expect CEL306: session.add(Berth(number=number, free=True))
        if execution_id:
            ExecutionRepository().update(session, execution_id, {"status": "success"})
            session.commit()
