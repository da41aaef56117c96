"""The options come out of a dictionary, and `bind` may be among them."""

from celery import shared_task

from telemetry.config import TASK_OPTIONS
from telemetry.storage import write_points


@shared_task(name="telemetry.store", **TASK_OPTIONS)
def store(self, device: str, points: list[float]) -> int:
    return write_points(device, points)
