from celery import shared_task


@shared_task
def bake(loaves: int) -> int:
    return loaves
