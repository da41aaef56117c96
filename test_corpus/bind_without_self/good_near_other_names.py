"""The task may have any name, and a place of its own before the slash."""

from typing import Any

from celery import Task, shared_task

from parcels.labels import print_label


@shared_task(bind=True)
def print_first(task, parcel_id: int) -> None:
    print_label(parcel_id, attempt=task.request.retries)


@shared_task(bind=True)
def print_second(_task: Task, /, parcel_id: int) -> None:
    print_label(parcel_id, attempt=_task.request.retries)


@shared_task(bind=True)
def print_third(bound: Any, parcel_id: int) -> None:
    print_label(parcel_id, attempt=bound.request.retries)
