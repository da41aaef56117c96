# settings: worker-pool = "gevent"
"""On gevent the other tasks go on."""

import time

from celery import shared_task

from clouds.api import attach_disk, create_disk


@shared_task
def add_disk(server: str, size: int) -> None:
    disk = create_disk(size)
    time.sleep(30)
    attach_disk(server, disk)
