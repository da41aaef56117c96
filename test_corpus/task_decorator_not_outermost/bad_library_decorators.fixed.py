from functools import lru_cache

from celery import shared_task
from django.db import transaction
from tenacity import retry, stop_after_attempt

from rates.bank import download, store


@lru_cache(maxsize=None)
@shared_task
def exchange_rate(currency: str) -> float:
    return download(currency)


@shared_task
@transaction.atomic
def store_rates(rates: dict[str, float]) -> None:
    store(rates)


@shared_task
@retry(stop=stop_after_attempt(3))
def refresh_rates() -> None:
    store({"EUR": download("EUR")})
