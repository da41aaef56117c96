"""These take the exception first, and none of them is a task."""

from celery import shared_task
from celery.exceptions import Reject

from robots.policy import RetryPolicy, retry


@shared_task(bind=True, acks_late=True)
def calibrate(self, robot: str) -> None:
    policy = RetryPolicy(self.request.id)
    try:
        policy.run(robot)
    except ConnectionError as error:
        policy.retry(error)
    except TimeoutError as error:
        retry(error)
    except ValueError as error:
        raise Reject(error, requeue=False) from error
