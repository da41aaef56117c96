"""Somebody asks whether there is a limit at all."""

from celery import shared_task

from buoys.radio import NoSignal, measure
from buoys.status import mark_lost


@shared_task(bind=True, max_retries=None)
def measure_wind(self, buoy: str) -> float:
    try:
        return measure(buoy)
    except NoSignal as error:
        if self.max_retries is not None and self.request.retries >= self.max_retries:
            mark_lost(buoy)
            raise
        raise self.retry(exc=error)
