"""Too short to matter, as long as somebody says, or there to look for a fault."""

import time

from celery import shared_task

from clouds.api import create_disk, debug_flags


@shared_task
def add_disk(size: int, pause: float) -> str:
    time.sleep(0.1)
    time.sleep(pause)
    if "sleep-before-create" in debug_flags():
        time.sleep(2)
    return create_disk(size)
