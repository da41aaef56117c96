from celery import shared_task


@shared_task
def sort(number: int) -> int:
    return number
