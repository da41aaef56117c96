from celery import shared_task


@shared_task
def build(number: int) -> int:
    return number
