import logging

import redis
from celery import shared_task

from ledger.booking import balance

logger = logging.getLogger(__name__)
client = redis.Redis()
MINUTE = 60


@shared_task(time_limit=30 * MINUTE)
def balance_books(year: int) -> None:
    """One run a year at a time."""
    key = f"balance:{year}"
    logger.info("waiting for %s", key)
    with client.lock(key, timeout=10 * MINUTE):  # expect CEL120: timeout=10 * MINUTE
        for account in range(1000, 9999):
            balance(year, account)
    logger.info("%s balanced", year)
