import requests
from celery import shared_task


@shared_task(
    name="radio.refresh_playlist", autoretry_for=(requests.ConnectionError,), retry_backoff=True, max_retries=5
)
def refresh_playlist(station: str) -> int:
    answer = requests.get(f"https://api.example.com/stations/{station}/playlist", timeout=10)
    answer.raise_for_status()
    return len(answer.json())
