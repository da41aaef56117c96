"""A function that a function of another file calls commits."""

from celery import shared_task

from .db import LocalSession
from .loans import keep
from .models import Loan


@shared_task
def lend(days: int) -> None:
    with LocalSession() as session:
        loan = Loan(days=days)
        session.add(loan)
        keep(session, loan)
