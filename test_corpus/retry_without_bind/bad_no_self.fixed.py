import requests

from currency.celery import app
from currency.rates import save_rates


@app.task(bind=True)
def fetch_rates(self, base: str) -> None:
    try:
        response = requests.get(f"https://rates.example.com/{base}", timeout=10)
        response.raise_for_status()
    except requests.RequestException as error:
        raise self.retry(exc=error, countdown=60)
    save_rates(base, response.json())
