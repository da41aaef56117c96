from celery import current_task, shared_task

from fleet.trucks import locate


@shared_task(max_retries=12)
def locate_truck(plate: str) -> tuple[float, float]:
    try:
        return locate(plate)
    except (TimeoutError, OSError) as failure:
        raise current_task.retry(exc=failure, countdown=10) from failure
