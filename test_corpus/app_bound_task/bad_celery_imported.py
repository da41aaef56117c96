import celery

from harbour.celery_app import celery_app
from harbour.locks import fill, drain

limits = celery.group


@celery_app.task(  # expect CEL137: celery_app.task
    bind=True,
)
def fill_lock(self, lock: int) -> None:
    fill(lock)


@celery_app.task  # expect CEL137: celery_app.task
def drain_lock(lock: int) -> None:
    drain(lock)
