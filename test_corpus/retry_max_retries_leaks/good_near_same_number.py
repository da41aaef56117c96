"""The number is that of the task, or None, which means the same."""

from celery import shared_task

from courier.tracking import NotScanned, track

TRIES = 12


@shared_task(bind=True, autoretry_for=(ConnectionError,), max_retries=TRIES)
def track_pallet(self, pallet: str) -> str:
    try:
        return track(pallet)
    except NotScanned as error:
        raise self.retry(exc=error, max_retries=TRIES)


@shared_task(bind=True, autoretry_for=(ConnectionError,), max_retries=TRIES)
def track_container(self, container: str) -> str:
    try:
        return track(container)
    except NotScanned as error:
        raise self.retry(exc=error, max_retries=None)


@shared_task(bind=True, autoretry_for=(ConnectionError,), max_retries=TRIES)
def track_truck(self, truck: str) -> str:
    try:
        return track(truck)
    except NotScanned as error:
        raise self.retry(exc=error, countdown=60, max_retries=self.max_retries)
