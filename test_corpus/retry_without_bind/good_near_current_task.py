"""Unbound tasks that reach themselves without `self`: by name, or as the current task."""

from celery import current_task, shared_task

from elevator.cabins import CabinOccupied, inspect_cabin


@shared_task(max_retries=5)
def inspect(cabin: str) -> None:
    try:
        inspect_cabin(cabin)
    except CabinOccupied as error:
        raise inspect.retry(exc=error, countdown=90)


@shared_task(max_retries=5)
def inspect_again(cabin: str) -> None:
    current_task.update_state(state="PROGRESS", meta={"current": 0, "total": 1})
    try:
        inspect_cabin(cabin)
    except CabinOccupied as error:
        raise current_task.retry(exc=error, countdown=90)
