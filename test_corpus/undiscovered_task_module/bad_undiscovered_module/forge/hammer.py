from celery import shared_task


@shared_task
def strike(times: int) -> int:
    return times
