from celery import shared_task

from .db import LocalSession
from .loans import check
from .models import Loan


@shared_task
def lend_all(numbers: list[int]) -> None:
    with LocalSession() as session:
        for number in numbers:
            try:
                session.add(Loan(id=number))
                check(session, number)
            except Exception:
                session.rollback()  # expect CEL313: session.rollback()
        session.commit()
