"""An option that switches something off claims nothing."""

from celery import shared_task

from deliveries.routes import dispatch


@shared_task(retry_backoff=False, retry_jitter=False)
def dispatch_bike(bike: str) -> None:
    dispatch(bike)


@shared_task(autoretry_for=(OSError,), retry_backoff=3, retry_jitter=False)
def dispatch_boat(boat: str) -> None:
    dispatch(boat)
