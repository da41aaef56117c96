"""The session is rolled back where it is not active."""

from celery import shared_task

from library.db import SessionLocal
from library.models import Loan, Reminder


@shared_task
def lend(book_id: int, reader_id: int) -> None:
    with SessionLocal() as session:
        try:
            session.add(Loan(book_id=book_id, reader_id=reader_id))
            session.flush()
        except Exception:
            reader_id = 0
        if not session.is_active:
            session.rollback()
        session.add(Reminder(book_id=book_id, reader_id=reader_id))
        session.commit()
