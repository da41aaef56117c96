"""`finally` closes the session on every way out, an exception included."""

from celery import shared_task

from library.db import SessionLocal
from library.models import Loan


@shared_task
def extend_loan(loan_id: int, days: int) -> bool:
    session = SessionLocal()
    try:
        loan = session.get(Loan, loan_id)
        if loan is None or loan.reserved:
            return False
        loan.extend(days)
        session.commit()
        return True
    finally:
        session.close()
