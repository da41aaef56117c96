from celery import shared_task


@shared_task
def feed(number: int) -> int:
    return number
