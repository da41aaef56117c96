from celery import shared_task


@shared_task
def deliver(letter: str) -> None:
    deliver.delay(letter)
