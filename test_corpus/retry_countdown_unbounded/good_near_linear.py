"""These waits do not grow, or only by as much each time; and the last is of another thing."""

from celery import shared_task

from messages.gateway import Gateway, RateLimited
from messages.queue import Job

MEGABYTE = 2**20
WAITS = (10, 60, 600, 3600)


@shared_task(bind=True, max_retries=3)
def send(self, message_id: int, size: int, retries: int = 2) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        raise self.retry(exc=error, countdown=60 * (self.request.retries + 1))
    except ConnectionError as error:
        raise self.retry(exc=error, countdown=WAITS[self.request.retries])
    except OSError as error:
        raise self.retry(exc=error, countdown=size / MEGABYTE)


@shared_task(bind=True)
def requeue(self, job_id: int) -> None:
    job = Job(job_id)
    job.retry(countdown=2**job.retries)
