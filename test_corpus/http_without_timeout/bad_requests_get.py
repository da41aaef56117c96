import requests
from celery import shared_task

from weather.store import keep_forecast


@shared_task
def refresh_forecast(city: str) -> None:
    answer = requests.get("https://api.weather.example/forecast", params={"city": city})  # expect CEL411: requests.get("https://api.weather.example/forecast", params={"city": city})
    answer.raise_for_status()
    keep_forecast(city, answer.json())
