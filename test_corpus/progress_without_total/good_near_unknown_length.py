"""Nobody knows how many rows a stream has, nor how many pages there are."""

import logging

from celery import shared_task

from archive.scans import index_scan, stream_scans

logger = logging.getLogger(__name__)


@shared_task
def index_stream(folder: str) -> int:
    number = 0
    for number, scan in enumerate(stream_scans(folder), 1):
        index_scan(scan)
        if number % 100 == 0:
            logger.info("indexed %d scans", number)
    return number
