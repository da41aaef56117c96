from datetime import datetime

from celery import shared_task
from django.utils import timezone

from museum.models import Loan


@shared_task
def remind_borrowers():
    Loan.due_before(datetime.utcnow())  # expect CEL807: datetime.utcnow()
    return timezone.now()
