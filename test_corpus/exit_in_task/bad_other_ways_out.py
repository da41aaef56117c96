import os
from sys import exit

from celery import Task, shared_task

from router.devices import reboot


class Impatient(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        os._exit(3)  # expect CEL130: os._exit(3)


@shared_task(base=Impatient)
def reboot_all(devices: list[str]) -> None:
    for device in devices:
        if not reboot(device):
            exit()  # expect CEL130: exit()


@shared_task
def reboot_one(device: str) -> None:
    if not reboot(device):
        quit(1)  # expect CEL130: quit(1)
