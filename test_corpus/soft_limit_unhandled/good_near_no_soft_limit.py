"""There is no soft limit, or it ends in a retry."""

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from census.files import write_table


@shared_task(time_limit=240)
def tabulate(path: str) -> None:
    write_table("all", path)


@shared_task(time_limit=240, soft_time_limit=None)
def tabulate_streets(path: str) -> None:
    write_table("streets", path)


@shared_task(autoretry_for=(SoftTimeLimitExceeded,), retry_backoff=True, soft_time_limit=240)
def tabulate_houses(path: str) -> None:
    write_table("houses", path)
