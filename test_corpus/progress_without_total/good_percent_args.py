import logging

from celery import shared_task

from archive.scans import index_scan

logger = logging.getLogger(__name__)


@shared_task
def index_scans(scans: list[str]) -> int:
    total = len(scans)
    for number, scan in enumerate(scans, 1):
        index_scan(scan)
        if number % 100 == 0:
            logger.info("indexed %d of %d scans", number, total)
    return total
