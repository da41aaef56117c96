"""Celery, or whoever called, gets the error with its traceback: it is raised again, or retried."""

import logging

from celery import shared_task

from gallery.images import publish, unpublish

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3)
def publish_image(self, image_id):
    try:
        publish(image_id)
    except ConnectionError as error:
        logger.error("Publishing %s failed: %s", image_id, error)
        raise self.retry(exc=error)
    except Exception as error:
        logger.error("Publishing %s failed: %s", image_id, error)
        raise


@shared_task(bind=True, max_retries=3)
def unpublish_image(self, image_id):
    try:
        unpublish(image_id)
    except Exception as error:
        logger.error("Unpublishing %s failed: %s", image_id, error)
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error)
        return {"error": str(error)}
