"""What these return instead is no error: a default, the last known value, what another module gives or raises."""

import logging

from celery import shared_task

from payroll.rates import error_report, exchange_rate, last_known_rate

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


@shared_task
def report_rates(currencies: list[str]) -> dict[str, object]:
    try:
        return {currency: exchange_rate(currency) for currency in currencies}
    except Exception as error:
        return error_report(error)
