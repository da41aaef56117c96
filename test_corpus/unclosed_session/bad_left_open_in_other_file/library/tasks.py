from celery import shared_task

from .db import LocalSession
from .loans import leave
from .models import Loan


@shared_task
def count_loans() -> int:
    session = LocalSession()  # expect CEL301: LocalSession()
    found = session.query(Loan).count()
    leave(session, reason="counted")
    return found
