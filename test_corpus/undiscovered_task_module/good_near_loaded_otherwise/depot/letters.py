from celery import shared_task


@shared_task
def fold(number: int) -> int:
    return number
