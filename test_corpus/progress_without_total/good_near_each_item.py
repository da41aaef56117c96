"""A line for every item is about the item."""

import logging

from celery import shared_task

from archive.scans import index_scan

logger = logging.getLogger(__name__)


@shared_task
def index_scans(scans: list[str]) -> int:
    for scan in scans:
        index_scan(scan)
        logger.info("indexed %s", scan)
        if len(scan) > 80:
            logger.warning("%s is a long name", scan)
    return len(scans)
