# settings: target-celery = "5.2"
from celery import shared_task

from maps.routes import find_route


@shared_task(autoretry_for=(Exception,), soft_time_limit=30)  # expect CEL241: autoretry_for=(Exception,)
def route(start: str, end: str) -> list[str]:
    return find_route(start, end)
