from celery.exceptions import Reject

from toll.bridge import charge, is_closed
from toll.worker import celery


@celery.task
def charge_lorry(plate: str) -> int:
    if is_closed():
        raise Reject("closed", requeue=True)
    return charge(plate)
