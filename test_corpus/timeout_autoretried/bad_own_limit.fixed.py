from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from maps.tiles import render


@shared_task(
    bind=True,
    max_retries=3,
    autoretry_for=(Exception,),
    dont_autoretry_for=(SoftTimeLimitExceeded,),
    retry_backoff=True,
    soft_time_limit=120,
    time_limit=180,
)
def render_tile(self, zoom: int, x: int, y: int) -> None:
    render(zoom, x, y)
