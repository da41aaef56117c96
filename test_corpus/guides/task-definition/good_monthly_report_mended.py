"""The same task with a runner that looks for a loop, and only for that, in its try block."""

import asyncio
import concurrent.futures
import logging
from datetime import datetime, timezone

from celery import shared_task

logger = logging.getLogger(__name__)


def _run_async(coro):
    """Run a coroutine, whether or not a loop runs already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coro).result()


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=60,
    autoretry_for=(Exception,),
    retry_backoff=True,
    retry_backoff_max=300,
    retry_jitter=True,
    soft_time_limit=120,
    time_limit=180,
)
def monthly_report(self, execution_id: str | None = None, month: str = "", limit: int = 10) -> dict:
    """Write the report of a month.

    Args:
        execution_id: the scheduler's record of this run
        month: which month, as 2026-11
        limit: how many customers it names

    Returns:
        how many lines the report has
    """

    async def _write_report():
        from office.db import OfficeSessionLocal, office_engine
        from office.models import Report

        began_at = datetime.now(timezone.utc)
        success = False
        error_message = None
        result = None
        try:
            async with OfficeSessionLocal() as session:
                try:
                    logger.info("writing the report of %s", month)
                    session.add(Report(month=month, limit=limit))
                    await session.commit()
                    success = True
                    result = {"status": "success", "month": month}
                except Exception as error:
                    logger.error("report failed: %s", error, exc_info=True)
                    error_message = str(error)
                    await session.rollback()
                    raise
                finally:
                    if execution_id:
                        await _record(session, execution_id, success, began_at, error_message, result)
        finally:
            try:
                await office_engine.dispose()
            except Exception as error:
                logger.warning("engine not disposed of: %s", error)
        return result

    logger.info("report task begins (execution %s)", execution_id)
    return _run_async(_write_report())


async def _record(session, execution_id, success, began_at, error_message, result):
    """Write what became of a run into the scheduler's record."""
    from office.repositories import SchedulerRepository

    scheduler = SchedulerRepository()
    ended_at = datetime.now(timezone.utc)
    code = "success" if success else "failed"
    status = await scheduler.get_status_by_code(session, code)
    if status:
        values = {
            "ended_at": ended_at,
            "milliseconds": int((ended_at - began_at).total_seconds() * 1000),
            "status_id": status.id,
            "summary": str(result or ""),
            "error": error_message,
        }
        await scheduler.update_execution(session, execution_id, values)
        await session.commit()
