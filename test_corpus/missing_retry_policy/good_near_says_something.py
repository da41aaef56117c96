"""Each of these says what becomes of it: by an option, a base class, a retry, a library that tries again."""

import requests
from celery import Task, shared_task

from radio.retries import later, retrying
from radio.tasks.base import StationTask

URL = "https://api.example.com/stations"


class PatientTask(Task):
    autoretry_for = (requests.ConnectionError,)
    retry_backoff = True


@shared_task(max_retries=0)
def play_jingle(station: str) -> None:
    requests.post(f"{URL}/{station}/jingle", timeout=5)


@shared_task(base=PatientTask)
def play_news(station: str) -> None:
    requests.post(f"{URL}/{station}/news", timeout=5)


@shared_task(base=StationTask)
def play_weather(station: str) -> None:
    requests.post(f"{URL}/{station}/weather", timeout=5)


@shared_task(bind=True)
def play_song(self, station: str, song: str) -> None:
    answer = requests.post(f"{URL}/{station}/songs/{song}", timeout=5)
    if answer.status_code == 423:
        raise self.retry(countdown=5)


@shared_task(bind=True)
def play_album(self, station: str, album: str) -> None:
    answer = requests.post(f"{URL}/{station}/albums/{album}", timeout=5)
    if answer.status_code == 423:
        later(self, seconds=5)


@shared_task
@retrying(times=3)
def stop(station: str) -> None:
    requests.delete(f"{URL}/{station}", timeout=5)
