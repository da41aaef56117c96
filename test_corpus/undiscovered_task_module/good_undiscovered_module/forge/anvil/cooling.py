from celery import shared_task


@shared_task(name="forge.cool")
def cool(degrees: int) -> int:
    return degrees
