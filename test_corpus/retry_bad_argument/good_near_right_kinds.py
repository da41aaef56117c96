"""Seconds, a datetime, and instances of exceptions."""

from datetime import datetime, timedelta, timezone

from celery import shared_task

from canteen.menu import KitchenClosed, publish

LATER = timedelta(hours=2)


class MenuMissing(Exception):
    pass


@shared_task(bind=True, max_retries=3)
def publish_menu(self, day: str) -> None:
    try:
        publish(day)
    except KitchenClosed as error:
        raise self.retry(exc=error, eta=datetime.now(timezone.utc) + LATER)
    except LookupError:
        raise self.retry(exc=MenuMissing(day), countdown=LATER.total_seconds() * 2)
    except ValueError as error:
        raise self.retry(exc=error, countdown=2 * self.request.retries, max_retries=None)
