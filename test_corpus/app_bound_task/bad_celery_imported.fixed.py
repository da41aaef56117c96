import celery

from harbour.celery_app import celery_app
from harbour.locks import fill, drain

limits = celery.group


@celery.shared_task(
    bind=True,
)
def fill_lock(self, lock: int) -> None:
    fill(lock)


@celery.shared_task
def drain_lock(lock: int) -> None:
    drain(lock)
