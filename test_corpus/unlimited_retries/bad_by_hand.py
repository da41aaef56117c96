from celery import shared_task

from observatory.dome import DomeClosed, take_picture


@shared_task(bind=True, max_retries=None, default_retry_delay=300)  # expect CEL208: max_retries=None
def photograph(self, star: str) -> str:
    try:
        return take_picture(star)
    except DomeClosed as error:
        raise self.retry(exc=error)
