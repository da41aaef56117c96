from datetime import datetime, timezone

from celery import shared_task

from museum.models import Loan


@shared_task
def remind_borrowers():
    now = datetime.now(timezone.utc)
    for loan in Loan.due_before(now):
        loan.remind()
