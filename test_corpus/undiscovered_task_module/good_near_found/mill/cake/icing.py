from celery import shared_task


@shared_task
def ice(cakes: int) -> int:
    return cakes
