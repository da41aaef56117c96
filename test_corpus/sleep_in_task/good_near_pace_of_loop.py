"""The pause keeps a loop within the limits of a service, in its body or in what it calls."""

import time

from celery import shared_task

from clouds.api import QuotaError, list_disks, tag_disk


def _tag(disk: str, name: str) -> None:
    tag_disk(disk, name)
    time.sleep(2)


@shared_task
def tag_disks(name: str) -> None:
    for disk in list_disks():
        _tag(disk, name)


@shared_task
def count_disks() -> int:
    for attempt in range(5):
        try:
            return len(list_disks())
        except QuotaError:
            time.sleep(5)
    return 0
