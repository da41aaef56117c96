"""The key is not deleted: it lets the task in once in five minutes."""

import redis
from celery import shared_task

from ledger.rates import fetch_rates

client = redis.Redis()


@shared_task(time_limit=900)
def refresh_rates() -> None:
    if not client.set("rates-lock", 1, nx=True, ex=300):
        return
    for currency in ("eur", "usd"):
        fetch_rates(currency)
