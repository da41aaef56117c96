from celery import shared_task
from celery.exceptions import Retry

from visas.office import appointment


@shared_task(bind=True, max_retries=20)
def book_appointment(self, person_id: int) -> str:
    slot = appointment(person_id)
    if slot is None:
        raise Retry("no free slot yet")  # expect CEL235: raise Retry("no free slot yet")
    return slot
