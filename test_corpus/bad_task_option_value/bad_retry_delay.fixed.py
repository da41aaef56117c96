from datetime import timedelta

from celery import shared_task

from invoices.erp import push


@shared_task(
    bind=True,
    default_retry_delay=timedelta(minutes=5).total_seconds(),
    max_retries=3,
)
def push_invoice(self, number: str) -> None:
    try:
        push(number)
    except OSError as error:
        raise self.retry(exc=error)
