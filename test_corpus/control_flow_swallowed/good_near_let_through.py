"""The handlers let it through, or are too narrow for it."""

import logging

from celery import shared_task
from celery.exceptions import Ignore, Reject, TaskPredicate

from harvest.sites import SiteGone, harvest, is_paused

logger = logging.getLogger(__name__)


@shared_task(acks_late=True, bind=True)
def harvest_feed(self, url: str) -> None:
    try:
        if is_paused(url):
            raise Ignore()
        harvest(url)
    except (Ignore, Reject):
        raise
    except Exception:
        logger.exception("harvest of %s failed", url)


@shared_task(acks_late=True, bind=True)
def harvest_blog(self, url: str) -> None:
    try:
        if is_paused(url):
            raise Reject("paused", requeue=True)
        harvest(url)
    except TaskPredicate:
        raise
    except SiteGone:
        logger.warning("%s is gone", url)
    except Exception:
        raise


@shared_task(bind=True)
def harvest_wiki(self, url: str) -> None:
    try:
        if is_paused(url):
            raise Ignore()
    except (SiteGone, OSError):
        logger.warning("%s is gone", url)
