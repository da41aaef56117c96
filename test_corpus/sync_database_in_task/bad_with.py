from celery import shared_task

from clinic.db import SessionLocal
from clinic.models import Visit


@shared_task
def count_visits(day: str) -> int:
    with SessionLocal() as session:  # expect CEL413: SessionLocal()
        return session.query(Visit).filter_by(day=day).count()
