from celery import shared_task


@shared_task
def load(number: int) -> int:
    return number
