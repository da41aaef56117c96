import logging

from celery import shared_task

from archive.scans import index_scan

logger = logging.getLogger(__name__)


@shared_task
def index_scans(scans: list[str]) -> int:
    logger.info("%d scans to index", len(scans))
    for number, scan in enumerate(scans, 1):
        index_scan(scan)
        if number % 100 == 0:
            logger.info("indexed %d scans", number)  # expect CEL820: logger.info("indexed %d scans", number)
    return len(scans)
