from celery import shared_task

from press.engines import spin


@shared_task(name="press.oil")
def oil_bearings(litres: int) -> None:
    spin(litres)
