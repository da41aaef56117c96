from asyncio import run

from celery import Celery

from rates.client import fetch_rates
from rates.store import keep_rates

app = Celery("rates")


@app.task
def refresh_rates(currency: str) -> int:
    rates = run(fetch_rates(currency))  # expect CEL401: run(fetch_rates(currency))
    keep_rates(currency, rates)
    return len(rates)
