# settings: max-task-queries = 0
"""Rows that are locked, written or deleted are not asked for; a task may do nothing but that."""

from celery import shared_task

from ledger.db import SessionLocal
from ledger.models import Draft


@shared_task
def drop_drafts(year: int) -> None:
    with SessionLocal() as session:
        session.query(Draft).filter(Draft.year == year).delete()
        session.add(Draft(year=year + 1))
        session.commit()
