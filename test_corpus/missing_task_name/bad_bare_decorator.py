from celery import shared_task

from orchard.trees import prune


@shared_task
def prune_row(row: int) -> int:  # expect CEL106: def prune_row
    return prune(row)
