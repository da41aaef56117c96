"""Nothing says that these are to be retried: dropping the error may be the design."""

import logging

from celery import shared_task

from newsletter.cache import warm_up

logger = logging.getLogger(__name__)


@shared_task
def warm_up_cache(number: int) -> None:
    try:
        warm_up(number)
    except Exception:
        logger.exception("issue %s", number)


@shared_task(max_retries=0, acks_late=True)
def warm_up_once(number: int) -> None:
    try:
        warm_up(number)
    except Exception:
        logger.exception("issue %s", number)
