"""The handler is about one item, or about a step after the work: an error of the work itself comes out."""

import logging

from celery import shared_task

from newsletter.cache import warm_up
from newsletter.mail import deliver, subscribers

logger = logging.getLogger(__name__)


@shared_task(autoretry_for=(ConnectionError,))
def send_to_all(number: int) -> None:
    for subscriber in subscribers(number):
        try:
            deliver(subscriber)
        except Exception:
            logger.exception("newsletter to %s", subscriber)


@shared_task(autoretry_for=(ConnectionError,))
def send_and_warm_up(number: int) -> None:
    deliver(number)
    try:
        warm_up(number)
    except Exception:
        logger.exception("issue %s is not warm", number)


@shared_task(autoretry_for=(ConnectionError,))
def send_narrowly(number: int) -> None:
    try:
        deliver(number)
    except (LookupError, UnicodeError):
        logger.exception("issue %s", number)


@shared_task(autoretry_for=(ConnectionError,))
def send_and_count(number: int) -> int:
    try:
        sent = deliver(number)
    except Exception:
        logger.exception("issue %s", number)
    return sent
