from celery import shared_task


@shared_task
def grow(number: int) -> int:
    return number
