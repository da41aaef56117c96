"""Progress: the task reports count and total, the caller asks now and then."""

import logging
import time

from celery import shared_task

from office.ocr import read_page

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=1, default_retry_delay=30, time_limit=1800)
def read_scans(self, paths: list[str]) -> dict:
    """Read the text of scanned pages."""
    total = len(paths)
    logger.info("reading %d pages", total)
    for number, path in enumerate(paths, 1):
        read_page(path)
        percent = int(number / total * 100)
        self.update_state(state="PROGRESS", meta={"current": number, "total": total, "percent": percent})
    logger.info("%d pages are read", total)
    return {"status": "complete", "processed": total}


def follow(paths: list[str]) -> None:
    """Start the task and print how far it is."""
    result = read_scans.delay(paths)
    while not result.ready():
        info = result.info
        if isinstance(info, dict) and "percent" in info:
            print(f"{info['percent']} %")
        time.sleep(1)
