"""Text has a `replace`, too, and these exceptions are the project's own."""

import logging

from celery import shared_task

from harvest.errors import Ignore, Reject
from harvest.sites import harvest

logger = logging.getLogger(__name__)


@shared_task
def harvest_mirror(url: str, host: str) -> None:
    try:
        if not host:
            raise Ignore(url)
        if host == "localhost":
            raise Reject(url)
        harvest(url.replace("example.com", host))
    except Exception:
        logger.exception("harvest of %s failed", url)
