from celery import shared_task


@shared_task
def grind(sacks: int) -> int:
    return sacks
