from datetime import datetime

from celery import shared_task

from museum.models import Loan


@shared_task
def remind_borrowers():
    now = datetime.utcnow()  # expect CEL807: datetime.utcnow()
    for loan in Loan.due_before(now):
        loan.remind()
