"""A long loop that says now and then how far it is."""

from celery import shared_task
from structlog import get_logger

from market.tasks.utils import run_async
from market.tournaments import load_results, store_result

logger = get_logger()


@shared_task(bind=True, max_retries=1, default_retry_delay=120)
def import_tournaments(self, year: int) -> dict:
    """Import the results of all tournaments of a year."""
    return run_async(_run_import(load_results(year)))


async def _run_import(results) -> dict:
    """Store results one by one."""
    total = len(results)
    logger.info("import_started", total=total)
    for index, result in enumerate(results):
        await store_result(result)
        if (index + 1) % 100 == 0:
            logger.info("import_progress", processed=index + 1, total=total, percent=round((index + 1) / total * 100, 1))
    logger.info("import_complete", stored=total)
    return {"stored": total}
