from celery import shared_task

from fleet.executions import ExecutionLog
from fleet.trackers import download_positions

executions = ExecutionLog()


@shared_task(bind=True, max_retries=3)
def import_positions(self, execution_id: str = None) -> dict:
    try:
        result = {"positions": download_positions()}
        if execution_id:
            executions.finish(execution_id, "success", str(result))
    except Exception as error:
        executions.finish(execution_id, "failed", str(error))
        raise
    return result
