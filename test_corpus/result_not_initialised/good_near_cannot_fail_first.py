"""The name is set before anything can fail, or the handler waits for what comes after."""

import logging
import time

from celery import shared_task

from rates.bank import fetch_rates
from rates.cache import CacheDown, remember
from rates.store import save_rates

logger = logging.getLogger(__name__)


@shared_task
def update_timed(currency: str) -> float:
    try:
        started = time.monotonic()
        rates = {}
        rates.update(fetch_rates(currency))
        save_rates(currency, rates)
    except Exception:
        logger.exception("no rates of %s", currency)
    logger.info("%d rates", len(rates))
    return time.monotonic() - started


@shared_task
def update_cached(currency: str) -> int:
    try:
        rates = fetch_rates(currency)
        remember(currency, rates)
    except CacheDown:
        logger.warning("rates of %s are not cached", currency)
    return len(rates)
