from celery import shared_task


@shared_task
def prune() -> None:
    """Cut the vines."""


@shared_task
def press() -> None:
    """Press the grapes."""
