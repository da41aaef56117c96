import logging

from celery import shared_task
from celery.exceptions import Reject

from harvest.sites import SiteGone, harvest

logger = logging.getLogger(__name__)


@shared_task(acks_late=True)
def harvest_site(url: str) -> None:
    try:
        try:
            harvest(url)
        except SiteGone as error:
            raise Reject(error, requeue=False) from error
    except Reject:
        raise
    except Exception:
        logger.exception("harvest of %s failed", url)
