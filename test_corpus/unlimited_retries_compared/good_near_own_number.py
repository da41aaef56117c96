"""Compared with a number of its own, or only for equality."""

from celery import shared_task

from buoys.radio import NoSignal, measure
from buoys.status import mark_lost

LAST_TRY = 1000


@shared_task(bind=True, max_retries=None)
def measure_current(self, buoy: str) -> float:
    try:
        return measure(buoy)
    except NoSignal as error:
        if self.request.retries >= LAST_TRY:
            mark_lost(buoy)
            raise
        if self.request.retries == self.max_retries:
            mark_lost(buoy)
        raise self.retry(exc=error)
