"""What reads the name asks first whether all went well."""

import logging

from celery import shared_task

from rates.bank import fetch_rates
from rates.store import save_rates

logger = logging.getLogger(__name__)


@shared_task
def update_guarded(currency: str) -> int:
    failed = False
    try:
        rates = fetch_rates(currency)
    except Exception:
        logger.exception("no rates of %s", currency)
        failed = True
    if failed:
        return 0
    save_rates(currency, rates)
    return len(rates)


@shared_task
def update_if_there(currency: str) -> int:
    found = False
    try:
        rates = fetch_rates(currency)
        found = True
    except Exception:
        logger.exception("no rates of %s", currency)
    if found:
        save_rates(currency, rates)
    return len(rates) if found else 0


@shared_task
def update_in_attempts(currency: str) -> None:
    for attempt in range(3):
        try:
            rates = fetch_rates(currency)
            break
        except ConnectionError:
            logger.info("attempt %d", attempt)
    else:
        raise RuntimeError(currency)
    save_rates(currency, rates)
