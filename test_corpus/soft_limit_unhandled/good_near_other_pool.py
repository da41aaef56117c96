# settings: worker-pool = "threads"
"""Nothing raises the soft limit in this pool."""

from celery import shared_task

from census.files import write_table


@shared_task(time_limit=300, soft_time_limit=240)
def tabulate(path: str) -> None:
    write_table("all", path)
