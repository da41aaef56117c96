from celery import shared_task


@shared_task(queue="bridge")
def depart() -> None:
    """Leave the harbour."""
