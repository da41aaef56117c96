import requests

from currency.celery import app
from currency.rates import save_rates


@app.task
def fetch_rates(base: str) -> None:
    try:
        response = requests.get(f"https://rates.example.com/{base}", timeout=10)
        response.raise_for_status()
    except requests.RequestException as error:
        raise self.retry(exc=error, countdown=60)  # expect CEL201: self.retry
    save_rates(base, response.json())
