import time

from celery import shared_task

from clouds.api import create_disk, disk_state, attach_disk


@shared_task
def add_disk(server: str, size: int) -> None:
    disk = create_disk(size)
    time.sleep(30)  # expect CEL514: time.sleep(30)
    if disk_state(disk) == "ready":
        attach_disk(server, disk)
