from celery import shared_task

from fax.lines import transmit


@shared_task(bind=True, max_retries=5)
def send_fax(self, number: str) -> None:
    try:
        transmit(number)
    except OSError as error:
        raise self.retry(exc=error)
