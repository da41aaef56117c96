from celery import Celery

from geocoding.client import OverQuota, locate

celery = Celery("geocoding")
QUOTA_RESET = 3600


@celery.task(bind=True, rate_limit="50/s")
def geocode(task, address_id: int) -> tuple[float, float]:
    try:
        return locate(address_id)
    except OverQuota as error:
        raise task.retry(
            exc=error,
            countdown=QUOTA_RESET,
            max_retries=24,
        )
