"""Too short to matter, or as long as somebody says."""

import time

from celery import shared_task

from clouds.api import create_disk


@shared_task
def add_disk(size: int, pause: float) -> str:
    time.sleep(0.1)
    time.sleep(pause)
    return create_disk(size)
