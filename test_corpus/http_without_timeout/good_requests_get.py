import requests
from celery import shared_task

from weather.store import keep_forecast


@shared_task
def refresh_forecast(city: str) -> None:
    answer = requests.get("https://api.weather.example/forecast", params={"city": city}, timeout=(3, 30))
    answer.raise_for_status()
    keep_forecast(city, answer.json())
