from celery import shared_task
from celery.utils.time import get_exponential_backoff_interval

from messages.gateway import Gateway, RateLimited


@shared_task(bind=True, max_retries=10)
def send_message(self, message_id: int) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        raise self.retry(
            exc=error,
            countdown=get_exponential_backoff_interval(1, self.request.retries, 600, full_jitter=True),
        )
