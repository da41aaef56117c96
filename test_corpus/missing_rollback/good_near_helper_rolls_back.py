"""The handler gives the session to a helper."""

from celery import shared_task

from library.db import SessionLocal
from library.models import Loan
from library.recovery import recover


@shared_task
def lend(book_id: int, reader_id: int) -> None:
    with SessionLocal() as session:
        try:
            session.add(Loan(book_id=book_id, reader_id=reader_id))
            session.commit()
        except Exception:
            recover(session)
        session.refresh(session.get(Loan, book_id))
