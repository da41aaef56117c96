"""It looks once, and comes back later."""

from celery import shared_task
from celery.result import AsyncResult


@shared_task(bind=True, max_retries=60)
def deliver(self, export_id: str) -> str:
    result = AsyncResult(export_id)
    if not result.ready():
        raise self.retry(countdown=30)
    return export_id
