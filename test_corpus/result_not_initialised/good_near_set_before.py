"""The name is set before the `try`, in the handler, or by a default in the signature."""

import logging

from celery import shared_task

from rates.bank import fetch_rates, guess_rates
from rates.store import save_rates

logger = logging.getLogger(__name__)


@shared_task
def update_monthly(currency: str, rates=None) -> None:
    source = None
    try:
        rates = fetch_rates(currency)
        source = rates.source
    except Exception:
        logger.exception("no rates of %s", currency)
    save_rates(currency, rates, source)


@shared_task
def update_yearly(currency: str) -> None:
    try:
        rates = fetch_rates(currency)
    except LookupError:
        rates = guess_rates(currency)
    save_rates(currency, rates)
