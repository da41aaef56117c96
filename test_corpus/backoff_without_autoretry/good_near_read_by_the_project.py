"""The project reads these options in a retry of its own: the task is handed to a helper."""

from celery import shared_task

from deliveries.retries import retry_with_backoff
from deliveries.routes import TruckBroken, dispatch


@shared_task(bind=True, retry_backoff=60, retry_kwargs={"max_retries": 5})
def dispatch_truck(self, truck: str) -> None:
    try:
        dispatch(truck)
    except TruckBroken as error:
        retry_with_backoff(self, error)
