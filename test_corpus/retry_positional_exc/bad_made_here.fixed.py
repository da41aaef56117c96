import requests
from celery import Celery

from weather.forecast import store

app = Celery("weather")


class StaleForecast(RuntimeError):
    pass


@app.task(bind=True, name="weather.fetch")
def fetch_forecast(task, city: str) -> None:
    answer = requests.get("https://weather.example.com", params={"q": city}, timeout=5)
    if answer.status_code == 503:
        raise task.retry(exc=requests.ConnectionError(answer.reason), countdown=30)
    if answer.json()["age"] > 3600:
        stale = StaleForecast(city)
        task.retry(exc=stale, countdown=60)
    store(city, answer.json())
