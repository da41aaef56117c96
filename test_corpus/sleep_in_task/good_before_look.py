from celery import shared_task

from clouds.api import attach_disk, create_disk, disk_state


@shared_task
def add_disk(server: str, size: int) -> None:
    attach.apply_async(args=(server, create_disk(size)), countdown=30)


@shared_task(bind=True, max_retries=20)
def attach(self, server: str, disk: str) -> None:
    if disk_state(disk) != "ready":
        raise self.retry(countdown=30)
    attach_disk(server, disk)
