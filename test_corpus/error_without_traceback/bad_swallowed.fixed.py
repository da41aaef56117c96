import logging

from celery import shared_task

from gallery.images import make_thumbnail

logger = logging.getLogger(__name__)


@shared_task
def thumbnail(image_id):
    try:
        make_thumbnail(image_id)
    except Exception as error:
        logger.exception(f"Thumbnail of image {image_id} failed: {error}")
