"""A function of another file closes the session."""

from celery import shared_task

from .db import LocalSession
from .loans import leave
from .models import Loan


@shared_task
def count_loans() -> int:
    session = LocalSession()
    found = 0
    for limit in (10, 20):
        try:
            found = session.query(Loan).filter(Loan.days > limit).count()
        except Exception:
            leave(session, reason="failed")
            raise
    leave(session, reason="counted")
    return found
