"""A share, or what is left, tells as much as the total."""

import logging

from celery import shared_task

from archive.scans import index_scan

logger = logging.getLogger(__name__)


@shared_task
def index_scans(scans: list[str], wanted: int) -> int:
    for number, scan in enumerate(scans, 1):
        index_scan(scan)
        if number % 100 == 0:
            logger.info(f"{100 * number // len(scans)} % are indexed")
        if number % 1000 == 0:
            logger.info("scan %s is indexed, %d to go", scan, len(scans) - number)
    return len(scans)
