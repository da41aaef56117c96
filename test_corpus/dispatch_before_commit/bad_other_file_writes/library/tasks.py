from celery import shared_task

from .db import LocalSession
from .loans import note
from .models import Loan


@shared_task
def remind(loan_id: int) -> None:
    print(loan_id)


def lend(number: int) -> None:
    session = LocalSession()
    session.add(Loan(id=number, days=28))
    note(session, number)
    remind.delay(number)  # expect CEL325: remind.delay(number)
    session.commit()
    session.close()
