"""These waits are capped, left to chance, or computed elsewhere."""

import random

from celery import shared_task

from messages.gateway import Gateway, RateLimited
from messages.waits import wait_for

LONGEST = 3600


@shared_task(bind=True, max_retries=10)
def send(self, message_id: int) -> None:
    try:
        Gateway().send(message_id)
    except RateLimited as error:
        raise self.retry(exc=error, countdown=min(2**self.request.retries, LONGEST))
    except ConnectionError as error:
        raise self.retry(exc=error, countdown=int(random.uniform(2, 4) ** self.request.retries))
    except TimeoutError as error:
        doubled = 2**self.request.retries
        raise self.retry(exc=error, countdown=doubled if doubled < LONGEST else LONGEST)
    except OSError as error:
        raise self.retry(exc=error, countdown=wait_for(self.request.retries))
