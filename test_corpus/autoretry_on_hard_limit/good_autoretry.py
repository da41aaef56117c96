from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from wheels.build import build


@shared_task(
    time_limit=1800,
    soft_time_limit=1750,
    acks_late=True,
    reject_on_worker_lost=True,
    autoretry_for=(SoftTimeLimitExceeded, ConnectionError),
    max_retries=2,
)
def build_wheel(package: str) -> str:
    return build(package)
