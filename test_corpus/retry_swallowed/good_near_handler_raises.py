"""These broad handlers let the Retry through, at their end or after a look at what it is."""

from celery import shared_task
from celery.exceptions import Ignore, Retry

from parcels.carrier import NotReady, book_pickup
from parcels.errors import to_celery
from parcels.status import release, set_status


@shared_task(bind=True)
def pick_up(self, parcel_id: int) -> None:
    try:
        try:
            book_pickup(parcel_id)
        except NotReady as error:
            raise self.retry(exc=error, countdown=900)
    except Exception:
        release(parcel_id)
        raise


@shared_task(bind=True)
def pick_up_again(self, parcel_id: int) -> None:
    try:
        if not book_pickup(parcel_id):
            self.retry(countdown=900)
    except Exception as error:
        if isinstance(error, (Retry, Ignore)):
            raise
        set_status(parcel_id, str(error))


@shared_task(bind=True)
def pick_up_later(self, parcel_id: int) -> None:
    failure = None
    try:
        if not book_pickup(parcel_id):
            self.retry(countdown=900)
    except Exception as error:
        failure = error
    release(parcel_id)
    if failure:
        raise failure


@shared_task(bind=True)
def pick_up_by_hand(self, parcel_id: int) -> None:
    try:
        if not book_pickup(parcel_id):
            self.retry(countdown=900)
    except Exception as error:
        release(parcel_id)
        to_celery(error)
