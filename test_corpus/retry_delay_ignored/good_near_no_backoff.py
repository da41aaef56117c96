"""There is no backoff, or it is off, or may be; or the delay belongs to a base class whose tasks differ."""

from celery import Task, shared_task

from parcels.labels import print_label
from parcels.options import BACKOFF


class ParcelTask(Task):
    default_retry_delay = 30


@shared_task(autoretry_for=(OSError,), default_retry_delay=60, retry_kwargs={"max_retries": 2})
def label(parcel_id: int) -> None:
    print_label(parcel_id)


@shared_task(autoretry_for=(OSError,), default_retry_delay=60, retry_backoff=False)
def relabel(parcel_id: int) -> None:
    print_label(parcel_id)


@shared_task(autoretry_for=(OSError,), default_retry_delay=60, retry_backoff=BACKOFF)
def label_return(parcel_id: int) -> None:
    print_label(parcel_id)


@shared_task(base=ParcelTask, autoretry_for=(OSError,), retry_backoff=True)
def label_gift(parcel_id: int) -> None:
    print_label(parcel_id)
