"""One update in `finally` is reached by success and by failure, and says which it was."""

import logging
from datetime import datetime, timezone

from celery import shared_task

from clinic.db import AppSessionLocal, app_engine
from clinic.runner import run_async
from clinic.visits import bill_visits

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, autoretry_for=(Exception,), retry_backoff=True)
def bill_day(self, execution_id: str = None, day: str = None) -> dict:
    async def _execute():
        started_at = datetime.now(timezone.utc)
        success = False
        failure = None
        result = None
        try:
            async with AppSessionLocal() as session:
                try:
                    result = await bill_visits(session, day)
                    await session.commit()
                    success = True
                except Exception as error:
                    logger.error("Billing failed: %s", error, exc_info=True)
                    failure = str(error)
                    await session.rollback()
                    raise
                finally:
                    if execution_id:
                        await _record_execution(session, execution_id, success, started_at, failure)
        finally:
            await app_engine.dispose()
        return result

    logger.info("Billing %s (execution %s)", day, execution_id)
    return run_async(_execute())


async def _record_execution(session, execution_id, success, started_at, failure):
    from clinic.executions import ExecutionRepository

    repository = ExecutionRepository()
    status = await repository.status_by_code(session, "success" if success else "failed")
    if status:
        await repository.update_execution(session, execution_id, {"status_id": status.id, "error": failure})
        await session.commit()
