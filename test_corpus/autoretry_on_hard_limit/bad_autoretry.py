from celery import shared_task
from celery.exceptions import TimeLimitExceeded, WorkerLostError

from wheels.build import build


@shared_task(
    time_limit=1800,
    autoretry_for=(
        TimeLimitExceeded,  # expect CEL232: TimeLimitExceeded
        WorkerLostError,  # expect CEL232: WorkerLostError
        ConnectionError,
    ),
    max_retries=2,
)
def build_wheel(package: str) -> str:
    return build(package)
