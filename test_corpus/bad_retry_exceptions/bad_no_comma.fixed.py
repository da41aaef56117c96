import requests
from celery import shared_task

from stocks.quotes import store


@shared_task(
    autoretry_for=(requests.RequestException,),
    retry_backoff=True,
    max_retries=5,
)
def fetch_quote(symbol: str) -> None:
    answer = requests.get("https://quotes.example.com", params={"symbol": symbol}, timeout=10)
    answer.raise_for_status()
    store(symbol, answer.json())
