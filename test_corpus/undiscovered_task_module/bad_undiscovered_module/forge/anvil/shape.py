from celery import shared_task


@shared_task
def bent(angle: int) -> int:
    return angle
