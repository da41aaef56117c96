# settings: required-task-options = { "bad_migration_tasks/*.py" = ["queue"] }
from celery import shared_task

from winery.bottles import relabel


@shared_task(name="winery.migrations.relabel_bottles")
def relabel_bottles(first: int) -> None:  # expect CEL136: def relabel_bottles
    relabel(first, first + 1000)


@shared_task(queue="migrations")
def relabel_casks(first: int) -> None:
    relabel(first, first + 10)
