from celery import shared_task
from structlog import get_logger

from library.db import create_task_session_maker
from library.scans import scan_shelves
from library.tasks.utils import run_async

logger = get_logger()


@shared_task(bind=True)
def scan(self, limit: int = 100):
    """Read the tags of all shelves."""
    return run_async(_scan(limit))


async def _scan(limit: int) -> dict:
    maker, engine = create_task_session_maker()
    results = {"processed": 0}
    try:
        async with maker() as db:
            results["processed"] = await scan_shelves(db, limit)
            await db.commit()
        logger.info("scan_complete", **results)
        return results
    except Exception as error:
        logger.error("scan_failed", error=str(error))
        raise
    finally:
        await engine.dispose()
