from celery import shared_task


@shared_task
def attempt(number: int) -> int:
    return number
