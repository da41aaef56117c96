from celery import shared_task


@shared_task
def count_eggs() -> int:
    return 3
