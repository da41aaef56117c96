"""What was committed before the mail went out is not undone by a later item."""

from celery import shared_task

from .db import LocalSession
from .loans import extend
from .models import Loan


@shared_task
def extend_all(loan_ids: list[int]) -> None:
    with LocalSession() as session:
        for loan_id in loan_ids:
            loan = session.get_one(Loan, loan_id)
            extend(session, loan)
