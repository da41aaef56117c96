"""An error that is expected needs no traceback, and neither does one whose traceback goes elsewhere."""

import logging
import traceback

import sentry_sdk
from celery import shared_task

from gallery.images import crop, frame

logger = logging.getLogger(__name__)


@shared_task
def crop_image(image_id, width):
    try:
        crop(image_id, width)
    except ValueError as error:
        logger.error("Image %s cannot be cropped: %s", image_id, error)
        return {"status": "error", "message": str(error)}
    except Exception as error:
        sentry_sdk.capture_exception(error)
        logger.error("Cropping %s failed: %s", image_id, error)


@shared_task
def frame_image(image_id):
    try:
        frame(image_id)
    except Exception:
        logger.error("Framing %s failed:\n%s", image_id, traceback.format_exc())
    try:
        frame(image_id)
    except Exception as error:
        logger.error("Framing %s failed: %s", image_id, error, exc_info=error)
    try:
        frame(image_id)
    except Exception as error:
        logger.warning("Framing %s failed: %s", image_id, error)
