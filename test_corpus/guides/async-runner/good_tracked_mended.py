"""The same task: the work is committed in any case, and a failure is recorded after a rollback."""

import logging
from datetime import datetime, timezone

from celery import shared_task

from clinic.tasks.runner import _run_async

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, time_limit=300)
def count_beds(self, execution_id: str | None = None, triggered_by_user_id: str | None = None) -> dict:
    """Count the free beds."""

    async def _carry_out():
        from clinic.db import ClinicSessionLocal, clinic_engine
        from clinic.models import BedCount
        from clinic.repositories import SchedulerRepository

        executions = SchedulerRepository()
        began_at = datetime.now(timezone.utc)
        result = None
        try:
            async with ClinicSessionLocal() as session:
                try:
                    session.add(BedCount(counted_at=began_at))
                    await session.commit()
                    result = {"status": "success"}
                    if execution_id:
                        await executions.update_execution(session, execution_id, {"status": "success"})
                        await session.commit()
                except Exception as error:
                    await session.rollback()
                    if execution_id:
                        await executions.update_execution(session, execution_id, {"error_message": str(error)})
                        await session.commit()
                    raise
        finally:
            try:
                await clinic_engine.dispose()
            except Exception as error:
                logger.warning("engine not disposed of: %s", error)
        return result

    logger.info("bed task begins")
    try:
        result = _run_async(_carry_out())
    except Exception as error:
        logger.error("bed task failed: %s", error)
        raise
    logger.info("bed task is complete")
    return result
