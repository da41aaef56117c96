"""The handler hands the error to something that tells of it; a stub has nothing to tell."""

import logging

import sentry_sdk
from celery import shared_task

from observatory.archive import pack

logger = logging.getLogger(__name__)


@shared_task
def pack_night(night):
    logger.info("Packing %s", night)
    size = 0
    try:
        size = pack(night)
    except Exception:
        sentry_sdk.capture_exception()
        raise
    logger.info("Packed %s: %d bytes", night, size)
    return size


@shared_task
def unpack_night(night):
    """To come."""
