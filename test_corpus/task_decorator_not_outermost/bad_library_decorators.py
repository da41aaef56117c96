from functools import lru_cache

from celery import shared_task
from django.db import transaction
from tenacity import retry, stop_after_attempt

from rates.bank import download, store


@lru_cache(maxsize=None)  # expect CEL104: lru_cache(maxsize=None)
@shared_task
def exchange_rate(currency: str) -> float:
    return download(currency)


@transaction.atomic  # expect CEL104: transaction.atomic
@shared_task
def store_rates(rates: dict[str, float]) -> None:
    store(rates)


@retry(stop=stop_after_attempt(3))  # expect CEL104: retry(stop=stop_after_attempt(3))
@shared_task
def refresh_rates() -> None:
    store({"EUR": download("EUR")})
