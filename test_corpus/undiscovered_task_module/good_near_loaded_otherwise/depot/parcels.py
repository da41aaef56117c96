from celery import shared_task


@shared_task
def pack(number: int) -> int:
    return number
