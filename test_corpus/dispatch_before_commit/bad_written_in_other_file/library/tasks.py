from celery import shared_task

from .db import LocalSession
from .loans import note
from .models import Loan


@shared_task
def remind(loan_id: int) -> None:
    print(loan_id)


def lend(number: int) -> None:
    session = LocalSession()
    print(session.get(Loan, number))
    note(session, number)
    remind.delay(number)  # expect CEL325: remind.delay(number)
    session.commit()
    session.close()
