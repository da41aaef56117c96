from celery import shared_task

from courier.tracking import NotScanned, track


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True, max_retries=3)
def track_parcel(self, parcel: str) -> str:
    try:
        return track(parcel)
    except NotScanned as error:
        raise self.retry(exc=error, countdown=3600, max_retries=24)  # expect CEL228: max_retries=24
