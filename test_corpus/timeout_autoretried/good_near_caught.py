"""The soft time limit does not come out of these tasks, or is retried on purpose."""

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from maps.routes import RouteUnknown, find_route, roughly


@shared_task(autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=30)
def route(start: str, end: str) -> list[str]:
    try:
        return find_route(start, end)
    except SoftTimeLimitExceeded:
        return roughly(start, end)


@shared_task(autoretry_for=(SoftTimeLimitExceeded, Exception), max_retries=1, soft_time_limit=30)
def route_once_more(start: str, end: str) -> list[str]:
    return find_route(start, end)


@shared_task(autoretry_for=(RouteUnknown, ConnectionError), retry_backoff=True, soft_time_limit=30)
def route_back(start: str, end: str) -> list[str]:
    return find_route(end, start)
