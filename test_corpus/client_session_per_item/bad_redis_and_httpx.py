import httpx
import redis
from celery import shared_task

from counters.store import load_articles

REDIS_URL = "redis://cache:6379/2"


@shared_task
def flush_views() -> None:
    for article in load_articles():
        article.views += int(redis.Redis.from_url(REDIS_URL).getdel(f"views:{article.id}") or 0)  # expect CEL409: redis.Redis.from_url(REDIS_URL)
        article.save()


@shared_task
def warm_articles() -> list[int]:
    return [httpx.Client(timeout=5).get(article.url).status_code for article in load_articles()]  # expect CEL409: httpx.Client(timeout=5)
