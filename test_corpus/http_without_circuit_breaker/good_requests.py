import requests
from celery import shared_task

from skies.breakers import circuit_breaker


@circuit_breaker("forecast")
def forecast(city: str) -> requests.Response:
    answer = requests.get(f"https://forecast.example.com/{city}", timeout=10)
    answer.raise_for_status()
    return answer


@shared_task(bind=True, max_retries=3)
def update_forecast(self, city: str) -> dict:
    try:
        return forecast(city).json()
    except requests.ConnectionError as error:
        raise self.retry(exc=error)
