from celery import shared_task

from messages.gateway import Gateway, RateLimited


@shared_task(bind=True, max_retries=10)
def send_message(self, message_id: int) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        raise self.retry(
            exc=error,
            countdown=2**self.request.retries,  # expect CEL231: countdown=2**self.request.retries
        )
