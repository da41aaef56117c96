"""The old name is tried, or asked for by version."""

import celery

try:
    from celery import shared_task
except ImportError:
    from celery.task import task as shared_task

if celery.VERSION < (4, 0):
    from celery.utils.timeutils import maybe_timedelta
else:
    from celery.utils.time import maybe_timedelta


@shared_task
def wait(seconds: int) -> None:
    print(maybe_timedelta(seconds))
