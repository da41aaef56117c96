from celery import shared_task


@shared_task(name="forge.cool")
def cool(degrees: int) -> int:  # expect CEL115: def cool
    return degrees
