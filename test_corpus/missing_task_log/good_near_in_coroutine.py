"""The coroutine that the task runs writes the lines; clean-up that may fail is no error of the task."""

import logging

from celery import shared_task

from observatory.db import telescope_engine
from observatory.domes import close_domes
from observatory.runner import run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def close_at_dawn(self, site):
    return run_async(_close_at_dawn(site))


async def _close_at_dawn(site):
    logger.info("Closing the domes of %s", site)
    try:
        closed = await close_domes(site)
        logger.info("Closed %d domes", len(closed))
        return len(closed)
    finally:
        try:
            await telescope_engine.dispose()
        except Exception:
            pass
