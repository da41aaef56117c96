from celery import shared_task

from smithy.forge import heat


@shared_task
def heat_iron(bars: int) -> None:
    heat(bars)
