from celery import shared_task


@shared_task
def lift(number: int) -> int:
    return number
