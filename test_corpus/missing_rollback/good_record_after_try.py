import logging

from celery import shared_task
from sqlalchemy.exc import IntegrityError

from library.db import SessionLocal
from library.models import Loan, Reminder

logger = logging.getLogger(__name__)


@shared_task
def lend(book_id: int, reader_id: int) -> None:
    with SessionLocal() as session:
        session.add(Loan(book_id=book_id, reader_id=reader_id))
        try:
            session.flush()
        except IntegrityError:
            session.rollback()
            logger.warning("book %s is lent already", book_id)
        session.add(Reminder(book_id=book_id))
        session.commit()
