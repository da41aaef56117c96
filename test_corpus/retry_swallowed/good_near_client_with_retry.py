"""`retry` of the client, not of the task."""

import logging

from celery import shared_task

from uploads.client import UploadClient

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def upload(self, path: str) -> None:
    client = UploadClient(self.request.id)
    try:
        client.send(path)
        if client.failed:
            client.retry(path)
    except Exception:
        logger.exception("%s not uploaded", path)
