import datetime as dt

from celery import shared_task

from parcels.tasks import ask_courier
from parcels.tracking import locate

PAUSE = dt.timedelta(minutes=10)


@shared_task(bind=True, max_retries=5)
def track(self, parcel: str) -> str:
    place = locate(parcel)
    if place is None:
        raise self.retry(eta=dt.datetime.now(dt.timezone.utc) + PAUSE)
    ask_courier.s(parcel).set(eta=PAUSE + dt.datetime.now(dt.timezone.utc)).delay()
    (track.si(parcel) | ask_courier.si(parcel)).apply_async(eta=dt.datetime.now(dt.timezone.utc) + PAUSE)
    return place
