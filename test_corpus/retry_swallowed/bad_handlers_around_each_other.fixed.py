import logging

from celery import shared_task
from celery.exceptions import Ignore, Retry

from ports.berths import Busy, berth_of, book

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=8)
def book_berth(self, ship: str) -> None:
    try:
        berth = berth_of(ship)
        try:
            book(berth, ship)
        except Busy as error:
            raise self.retry(exc=error)
        except Ignore:
            raise
    except Ignore:
        raise
    except Retry:
        raise
    except Exception:
        logger.exception("no berth for %s", ship)


@shared_task(bind=True, max_retries=8)
def release_berth(self, ship: str) -> None:
    try:
        try:
            berth_of(ship).release()
            raise self.retry(countdown=3)
        except Retry:
            raise
        except Exception as error:
            logger.warning("%s: %s", ship, error)
    except Retry:
        raise
    except Exception:
        logger.exception("berth of %s not released", ship)
