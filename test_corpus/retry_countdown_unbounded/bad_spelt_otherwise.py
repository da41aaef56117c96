import math
from datetime import datetime, timedelta, timezone

from celery import Celery

from messages.gateway import Gateway, RateLimited

app = Celery("messages")
FIRST_WAIT = 30


@app.task(bind=True)
def send_letter(task, message_id: int) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        attempt = task.request.retries + 1
        wait = FIRST_WAIT * 2**attempt
        task.retry(exc=error, countdown=wait)  # expect CEL231: countdown=wait


@app.task(bind=True)
def send_telegram(self, message_id: int) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        later = timedelta(seconds=math.pow(3, self.request.retries))
        raise self.retry(
            exc=error,
            eta=datetime.now(timezone.utc) + later,  # expect CEL231: eta=datetime.now(timezone.utc) + later
        )
    except ConnectionError as error:
        raise self.retry(exc=error, countdown=1 << self.request.retries)  # expect CEL231: countdown=1 << ...
