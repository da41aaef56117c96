from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from maps.routes import RouteUnknown, find_route


@shared_task(
    autoretry_for=(Exception,),
    dont_autoretry_for=(RouteUnknown, ValueError, SoftTimeLimitExceeded),
    retry_backoff=True,
    soft_time_limit=30,
)
def route(start: str, end: str) -> list[str]:
    return find_route(start, end)
