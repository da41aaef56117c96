"""The soft limit is raised in the task; named beside it, the hard one does no harm."""

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded, TimeLimitExceeded

from wheels.build import build, clean_up


@shared_task(soft_time_limit=900)
def build_slowly(package: str) -> str:
    try:
        return build(package)
    except (SoftTimeLimitExceeded, TimeLimitExceeded):
        clean_up(package)
        raise
