"""The session is closed when its block is left; the handler uses another one."""

from celery import shared_task

from library.db import SessionLocal
from library.models import Failure, Loan


@shared_task
def lend(book_id: int, reader_id: int) -> None:
    try:
        with SessionLocal() as session:
            session.add(Loan(book_id=book_id, reader_id=reader_id))
            session.commit()
    except Exception as error:
        with SessionLocal() as session:
            session.add(Failure(book_id=book_id, message=str(error)))
            session.commit()
