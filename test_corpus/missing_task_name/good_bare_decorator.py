from celery import shared_task

from orchard.trees import prune


@shared_task(name="orchard.tasks.prune_row")
def prune_row(row: int) -> int:
    return prune(row)
