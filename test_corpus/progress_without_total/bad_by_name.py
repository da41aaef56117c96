from celery import shared_task
from structlog import get_logger

from archive.runner import run_async
from archive.scans import index_scan

logger = get_logger()


@shared_task
def index_scans(scans: list[str]) -> dict[str, int]:
    return run_async(_index(scans))


async def _index(scans: list[str]) -> dict[str, int]:
    done = 0
    for scan in scans:
        await index_scan(scan)
        done += 1
        if not done % 50:
            logger.info("indexing", done=done)  # expect CEL820: logger.info("indexing", done=done)
    return {"done": done, "of": len(scans)}
