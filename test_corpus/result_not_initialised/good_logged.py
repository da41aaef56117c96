import logging

from celery import shared_task

from rates.bank import fetch_rates
from rates.store import save_rates

logger = logging.getLogger(__name__)


@shared_task
def update_rates(currency: str) -> int:
    try:
        rates = fetch_rates(currency)
    except Exception:
        logger.exception("no rates of %s", currency)
        raise
    save_rates(currency, rates)
    return len(rates)
