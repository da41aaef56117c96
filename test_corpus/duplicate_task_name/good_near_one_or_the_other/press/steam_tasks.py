from celery import shared_task

from press.engines import boil


@shared_task(name="press.roll")
def roll(sheets: int) -> None:
    boil(sheets)
