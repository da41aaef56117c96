import requests
from celery import shared_task


@shared_task(name="radio.refresh_playlist")
def refresh_playlist(station: str) -> int:  # expect CEL244: def refresh_playlist
    answer = requests.get(f"https://api.example.com/stations/{station}/playlist", timeout=10)
    answer.raise_for_status()
    return len(answer.json())
