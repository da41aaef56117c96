from celery import Celery, Task

from weather.options import PATIENCE, RETRIES
from weather.radar import fetch_image, join_images

app = Celery("weather")
BUSY = (ConnectionError,)


class RadarTask(Task):
    autoretry_for = BUSY
    default_retry_delay = 30


@app.task(retry_backoff=True, base=RadarTask)
def fetch(radar: str) -> bytes:
    return fetch_image(radar)


@app.task(retry_backoff=True, autoretry_for=BUSY, retry_kwargs={"countdown": 2.5, "max_retries": 7})
def fetch_again(radar: str) -> bytes:
    return fetch_image(radar)


@app.task(autoretry_for=BUSY, retry_backoff=False, default_retry_delay=PATIENCE)
def fetch_patiently(radar: str) -> bytes:
    return fetch_image(radar)


@app.task(retry_backoff=True, autoretry_for=BUSY, retry_kwargs=RETRIES)
def join(radars: list[str]) -> bytes:
    return join_images(radars)
