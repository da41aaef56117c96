# settings: worker-pool = "gevent"
"""On a gevent pool a sleeping task leaves the others alone."""

import time

from celery import shared_task

from video.tasks import encode


@shared_task
def publish(path: str) -> str:
    result = encode.delay(path)
    while not result.ready():
        time.sleep(1)
    return path
