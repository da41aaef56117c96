"""What these names stand for cannot be seen."""

from celery import shared_task

from canteen.menu import RETRY_AFTER, publish, reason_for
from canteen.settings import next_try


@shared_task(bind=True)
def publish_week(self, week: int, pause: int = 60, last_error=None) -> None:
    try:
        publish(week)
    except ConnectionError:
        raise self.retry(exc=reason_for(week), countdown=RETRY_AFTER, eta=next_try)
    except OSError:
        raise self.retry(exc=last_error, countdown=pause)
