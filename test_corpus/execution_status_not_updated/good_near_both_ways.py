"""The end of the work tells of success, the handler of failure."""

from datetime import datetime, timezone

from celery import shared_task

from clinic.runner import run_async


@shared_task(bind=True, max_retries=3)
def remind_patients(self, execution_id: str = None, started_by: str = None) -> dict:
    async def _execute():
        from clinic.db import AppSessionLocal, app_engine
        from clinic.executions import ExecutionRepository

        executions = ExecutionRepository()
        started_at = datetime.now(timezone.utc)
        result = None
        try:
            async with AppSessionLocal() as session:
                try:
                    result = {"status": "success"}
                    if execution_id:
                        seconds = (datetime.now(timezone.utc) - started_at).total_seconds()
                        status = await executions.status_by_code(session, "success")
                        if status:
                            await executions.update_execution(session, execution_id, {"seconds": seconds})
                            await session.commit()
                except Exception as error:
                    await session.rollback()
                    if execution_id:
                        status = await executions.status_by_code(session, "failed")
                        if status:
                            await executions.update_execution(session, execution_id, {"error": str(error)})
                            await session.commit()
                    raise
        finally:
            await app_engine.dispose()
        return result

    return run_async(_execute())
