"""What `retry` raised is caught and raised again, or returned and raised."""

from celery import shared_task
from celery.exceptions import Retry

from wells.pump import PumpHot, cool_down, run_pump


@shared_task(bind=True)
def pump(self, well: int) -> None:
    try:
        run_pump(well)
    except PumpHot as hot:
        try:
            self.retry(exc=hot, countdown=300)
        except Retry as retry:
            cool_down(well)
            raise retry


@shared_task(bind=True)
def pump_slowly(self, well: int) -> None:
    try:
        run_pump(well, speed=1)
    except PumpHot as hot:
        later = self.retry(exc=hot, throw=False)
        cool_down(well)
        raise later
