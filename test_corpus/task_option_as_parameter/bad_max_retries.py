from celery import shared_task

from fax.lines import transmit


@shared_task(bind=True)
def send_fax(self, number: str, max_retries: int = 5) -> None:  # expect CEL125: max_retries: int
    try:
        transmit(number)
    except OSError as error:
        raise self.retry(exc=error)
