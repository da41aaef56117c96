import requests
from celery import shared_task


@shared_task(max_retries=5, rate_limit="125/m")
def send_text(number: str, text: str) -> None:
    requests.post("https://texts.example/v1/messages", json={"to": number, "text": text}, timeout=10)
