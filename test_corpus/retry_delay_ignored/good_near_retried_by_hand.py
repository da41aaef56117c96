"""What is retried by hand, or may be, waits `default_retry_delay`; so it does after its worker was lost."""

from celery import shared_task

from parcels.depots import Depot, DepotFull
from parcels.retries import later


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True, default_retry_delay=900)
def store(self, parcel_id: int) -> None:
    try:
        Depot.nearest().store(parcel_id)
    except DepotFull as error:
        raise self.retry(exc=error)


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True, default_retry_delay=900)
def fetch(self, parcel_id: int) -> None:
    if not Depot.of(parcel_id).is_open:
        later(self, parcel_id)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True, default_retry_delay=900, retry_on_worker_lost=True)
def measure(parcel_id: int) -> float:
    return Depot.of(parcel_id).scale.read()
