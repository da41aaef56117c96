"""The body reads the option it was given."""

from celery import shared_task

from deliveries.routes import TruckBroken, dispatch


@shared_task(bind=True, retry_backoff=60, max_retries=5)
def dispatch_van(self, van: str) -> None:
    try:
        dispatch(van)
    except TruckBroken as error:
        raise self.retry(exc=error, countdown=self.retry_backoff * 2**self.request.retries)
