"""Nothing is done with the session after the failure but to close it."""

import logging

from celery import shared_task

from library.db import SessionLocal
from library.models import Loan

logger = logging.getLogger(__name__)


@shared_task
def lend(book_id: int, reader_id: int) -> bool:
    session = SessionLocal()
    try:
        session.add(Loan(book_id=book_id, reader_id=reader_id))
        session.commit()
    except Exception:
        logger.exception("book %s not lent", book_id)
        return False
    finally:
        session.close()
    return True
