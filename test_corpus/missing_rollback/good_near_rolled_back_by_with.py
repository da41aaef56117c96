"""The statement runs in a savepoint: leaving it rolls back to it."""

from celery import shared_task
from sqlalchemy.exc import IntegrityError

from library.db import SessionLocal
from library.models import Loan, Reminder


@shared_task
def lend(book_id: int, reader_id: int) -> None:
    with SessionLocal() as session:
        try:
            with session.begin_nested():
                session.add(Loan(book_id=book_id, reader_id=reader_id))
                session.flush()
        except IntegrityError:
            reader_id = 0
        session.add(Reminder(book_id=book_id, reader_id=reader_id))
        session.commit()
