"""A plain session loads again what was expired, in silence."""

import logging

from celery import shared_task

from library.db import SessionLocal
from library.models import Loan

logger = logging.getLogger(__name__)


@shared_task
def extend_loan(loan_id: int, days: int) -> None:
    with SessionLocal() as session:
        loan = session.get_one(Loan, loan_id)
        try:
            loan.extend(days)
            session.commit()
        except Exception:
            session.rollback()
            logger.exception("loan %s of %s", loan.id, loan.reader)
