import logging
import time

from celery import shared_task

from bakery.ovens import heat_oven

logger = logging.getLogger(__name__)


@shared_task
def preheat(oven_id, degrees):
    start = time.monotonic()
    try:
        heat_oven(oven_id, degrees)
    finally:
        logger.info("Oven %s took %.1f s", oven_id, time.monotonic() - start)
