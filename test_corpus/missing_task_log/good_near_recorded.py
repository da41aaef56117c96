"""A record of the run is told of success and of failure, and says when it began: that is the line."""

from celery import shared_task

from observatory.runner import run_async
from observatory.schedule import run_records


@shared_task(bind=True, max_retries=3)
def calibrate(self, execution_id: str = None):
    async def _execute():
        try:
            from observatory.instruments import calibrate_all

            result = await calibrate_all()
            await run_records.update(execution_id, "success")
        except Exception as error:
            await run_records.update(execution_id, "failed", str(error))
            raise
        return result

    return run_async(_execute())
