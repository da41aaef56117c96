import logging

from celery import shared_task

from payroll.db import SessionLocal, engine
from payroll.runner import run_async
from payroll.executions import mark_execution

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def close_month(self, execution_id=None, month=None):  # expect CEL805: def close_month
    async def _execute():
        result = None
        try:
            async with SessionLocal() as session:
                try:
                    result = await close(session, month)
                    await session.commit()
                except Exception as error:
                    await session.rollback()
                    if execution_id:
                        await mark_execution(session, execution_id, {"status": "failed", "error": str(error)})
                    raise
        finally:
            await engine.dispose()
        return result

    logger.info("Closing %s (execution %s)", month, execution_id)
    return run_async(_execute())


async def close(session, month):
    return {"month": month}
