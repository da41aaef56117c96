"""Every item is committed on its own; the commit after the loop is for the summary."""

from celery import shared_task

from meters.db import SessionLocal
from meters.models import Reading, Summary


@shared_task
def import_readings(rows: list[dict]) -> None:
    stored = 0
    with SessionLocal() as session:
        for row in rows:
            try:
                session.add(Reading(**row))
                session.commit()
                stored += 1
            except Exception:
                session.rollback()
        session.add(Summary(stored=stored))
        session.commit()
