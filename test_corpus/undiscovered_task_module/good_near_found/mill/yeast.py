from celery import shared_task


@shared_task
def rise(loaves: int) -> int:
    return loaves
