from celery import shared_task


@shared_task
def tell(number: int) -> int:
    return number
