# settings: worker-pool = "gevent"
"""Only the prefork pool raises the soft time limit."""

from celery import shared_task

from maps.tiles import fetch_tile


@shared_task(autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=60)
def fetch(zoom: int, x: int, y: int) -> bytes:
    return fetch_tile(zoom, x, y)
