import time

from celery import shared_task

from clouds.api import QuotaError, create_disk


@shared_task
def add_disk(size: int) -> str:
    try:
        return create_disk(size)
    except QuotaError:
        time.sleep(1.5)  # expect CEL514: time.sleep(1.5)
        return create_disk(size)
