from celery import shared_task

from press import settings
from press.engines import spin


@shared_task(name="press.roll")
def roll(sheets: int) -> None:
    spin(sheets)


if settings.STEAM:

    @shared_task(name="press.oil")
    def oil_valves(litres: int) -> None:
        spin(litres)
