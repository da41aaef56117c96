"""The coroutine is made for its name alone, and closed."""

import logging

from celery import shared_task

from jobs.handlers import handle

logger = logging.getLogger(__name__)


async def _handle(payload: dict[str, str]) -> None:
    await handle(payload)


@shared_task
def describe_job(payload: dict[str, str]) -> None:
    job = _handle(payload)
    logger.info("would run %s", job.cr_code.co_name)
    job.close()
