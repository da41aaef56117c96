from celery import shared_task

from payments.gateway import capture


@shared_task(bind=True, max_retries=5, default_retry_delay=30)
def capture_payment(self, payment_id: int) -> None:
    try:
        capture(payment_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
