import requests
from celery import shared_task


@shared_task(bind=True, max_retries=3)
def update_forecast(self, city: str) -> dict:
    try:
        answer = requests.get(f"https://forecast.example.com/{city}", timeout=10)  # expect CEL416: requests.get(f"https://forecast.example.com/{city}", timeout=10)
        answer.raise_for_status()
    except requests.ConnectionError as error:
        raise self.retry(exc=error)
    return answer.json()
