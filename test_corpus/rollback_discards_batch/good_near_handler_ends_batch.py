"""The first failure ends the batch: nothing is committed after it."""

from celery import shared_task

from meters.db import SessionLocal
from meters.models import Reading


@shared_task
def import_all_or_nothing(rows: list[dict]) -> None:
    with SessionLocal() as session:
        for row in rows:
            try:
                session.add(Reading(**row))
                session.flush()
            except ValueError:
                session.rollback()
                raise
        session.commit()
