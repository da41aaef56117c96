from celery import shared_task


@shared_task
def count_flour() -> int:
    return 0


@shared_task
def order_flour(sacks: int) -> int:
    return sacks
