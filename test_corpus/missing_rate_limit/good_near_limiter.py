"""The client counts, or the task paces itself, or its base class may say a limit."""

import time

import requests
from celery import shared_task
from ratelimit import limits, sleep_and_retry

from contacts.tasks_base import LimitedTask
from contacts.store import load_numbers


@sleep_and_retry
@limits(calls=100, period=60)
def _post(text: str) -> None:
    requests.post("https://texts.example/v1/messages", json={"text": text}, timeout=10)


@shared_task
def send_text(text: str) -> None:
    _post(text)


@shared_task
def send_all(text: str) -> None:
    for number in load_numbers():
        requests.post("https://texts.example/v1/messages", json={"to": number, "text": text}, timeout=10)
        time.sleep(0.5)


@shared_task(base=LimitedTask)
def send_slowly(text: str) -> None:
    requests.post("https://texts.example/v1/messages", json={"text": text}, timeout=10)
