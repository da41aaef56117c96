"""A command waits, which holds no worker's slot; and the loop over results does not sleep."""

import time

from celery import shared_task

from video.tasks import encode


def encode_and_wait(path: str) -> None:
    result = encode.delay(path)
    while not result.ready():
        print(result.state)
        time.sleep(1)


@shared_task
def count_ready(ids: list[str]) -> int:
    ready = 0
    for task_id in ids:
        if encode.AsyncResult(task_id).ready():
            ready += 1
    return ready
