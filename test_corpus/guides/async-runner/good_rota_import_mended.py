"""The same task with a runner that looks for a loop, and only for that, in its try block."""

import asyncio
import concurrent.futures
import logging

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
    bind=True, max_retries=3, autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=540, time_limit=600
)
def import_rota(self, execution_id: str | None = None, week: int = 1) -> dict:
    """Import the rota of the wards."""

    async def _carry_out():
        from clinic.db import ClinicSessionLocal, clinic_engine
        from clinic.models import Shift
        from clinic.repositories import SchedulerRepository

        executions = SchedulerRepository()
        result = None
        try:
            async with ClinicSessionLocal() as session:
                try:
                    session.add(Shift(week=week))
                    await session.commit()
                    result = {"status": "success", "week": week}
                    if execution_id:
                        await executions.update_execution(session, execution_id, {"status": "success"})
                        await session.commit()
                except Exception as error:
                    logger.error("rota not imported: %s", error)
                    await session.rollback()
                    if execution_id:
                        await executions.update_execution(session, execution_id, {"status": "failed"})
                        await session.commit()
                    raise
        except Exception as error:
            logger.error("session failed: %s", error)
            raise
        finally:
            try:
                await clinic_engine.dispose()
            except Exception as error:
                logger.warning("engine not disposed of: %s", error)
        return result

    try:
        logger.info("rota task begins (execution %s)", execution_id)
        result = _run_async(_carry_out())
        logger.info("rota task is complete")
        return result
    except Exception as error:
        logger.error("rota task failed: %s", error)
        raise
