from celery import shared_task

from mill.flour import more


@shared_task
def grind(sacks: int) -> str:
    return more.sieve.delay(sacks).id
