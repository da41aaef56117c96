from celery import shared_task

from ledger.booking import book_everything
from ledger.tasks import single_instance


@shared_task(time_limit=3600, soft_time_limit=3500)
@single_instance("booking", timeout=1800)  # expect CEL120: timeout=1800
def book() -> None:
    book_everything()
