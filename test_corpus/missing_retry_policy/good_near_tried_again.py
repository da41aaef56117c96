"""A library tries the request again."""

import httpx
import tenacity
from celery import shared_task


@tenacity.retry(stop=tenacity.stop_after_attempt(5), wait=tenacity.wait_random_exponential())
def fetch_charts(week: int) -> list[str]:
    return httpx.get(f"https://charts.example.com/{week}").json()


@shared_task
def store_charts(week: int) -> int:
    return len(fetch_charts(week))
