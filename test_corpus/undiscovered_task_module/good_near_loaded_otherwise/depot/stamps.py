from celery import shared_task


@shared_task
def glue(number: int) -> int:
    return number
