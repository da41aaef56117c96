from celery import shared_task


@shared_task
def light() -> None:
    """Light the lamp."""


@shared_task
def douse() -> None:
    """Put the lamp out."""
