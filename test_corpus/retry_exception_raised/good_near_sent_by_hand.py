"""The task is sent by hand, and the exception only sets its state."""

from celery import shared_task
from celery.exceptions import Retry

from wells.pump import is_dry


@shared_task(bind=True)
def watch(self, well: int, checks: int = 0) -> None:
    if is_dry(well):
        self.apply_async(args=(well, checks + 1), queue="slow", countdown=600)
        raise Retry("dry", when=600)


@shared_task(bind=True)
def watch_closely(self, well: int) -> None:
    if is_dry(well):
        self.retry(countdown=60, throw=False)
        raise Retry("dry", when=60)
