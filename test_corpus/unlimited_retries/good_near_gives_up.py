"""There is another end: a count of its own, a deadline, an expiry, a number in the call."""

from datetime import datetime, timezone

from celery import shared_task

from observatory.dome import DomeClosed, take_picture
from observatory.nights import sunrise


@shared_task(bind=True, max_retries=None)
def photograph(self, star: str) -> str | None:
    try:
        return take_picture(star)
    except DomeClosed as error:
        if self.request.retries == 200:
            return None
        raise self.retry(exc=error, countdown=60)


@shared_task(bind=True, max_retries=None)
def photograph_tonight(self, star: str) -> str:
    try:
        return take_picture(star)
    except DomeClosed as error:
        if datetime.now(timezone.utc) > sunrise():
            raise
        raise self.retry(exc=error, countdown=60)


@shared_task(autoretry_for=(DomeClosed,), max_retries=None, expires=3600)
def photograph_soon(star: str) -> str:
    return take_picture(star)


@shared_task(bind=True, max_retries=None)
def photograph_comet(self, comet: str) -> str:
    try:
        return take_picture(comet)
    except DomeClosed as error:
        raise self.retry(exc=error, max_retries=12)
