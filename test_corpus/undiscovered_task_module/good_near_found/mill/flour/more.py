from celery import shared_task


@shared_task
def sieve(sacks: int) -> int:
    return sacks
