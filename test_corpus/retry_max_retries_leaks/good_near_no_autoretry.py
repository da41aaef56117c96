"""Nothing but this call goes by the number: Celery does not retry these by itself."""

from celery import shared_task

from courier.tracking import NotScanned, track


@shared_task(bind=True, max_retries=3)
def track_letter(self, letter: str) -> str:
    try:
        return track(letter)
    except NotScanned as error:
        raise self.retry(exc=error, max_retries=24)


@shared_task(bind=True, autoretry_for=(), max_retries=3)
def track_card(self, card: str) -> str:
    try:
        return track(card)
    except NotScanned as error:
        raise self.retry(exc=error, max_retries=24)
