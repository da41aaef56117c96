"""With `throw=False` nothing is raised that the handler could take."""

import logging

from celery import shared_task

from mirrors.sync import behind, sync

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=None)
def sync_mirror(self, name: str) -> None:
    try:
        sync(name)
        if behind(name):
            self.retry(countdown=60, throw=False)
    except Exception:
        logger.exception("mirror %s", name)
