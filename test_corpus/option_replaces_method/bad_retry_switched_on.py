from celery import shared_task

from payments.gateway import capture


@shared_task(bind=True, retry=True, default_retry_delay=30)  # expect CEL131: retry=True
def capture_payment(self, payment_id: int) -> None:
    try:
        capture(payment_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
