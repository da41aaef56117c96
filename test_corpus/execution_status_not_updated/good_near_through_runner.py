"""A plain task tells the record through the same runner, once in each way out."""

from celery import shared_task

from ledger.executions import execution_repository
from ledger.posting import post_entries
from ledger.runner import run_async


@shared_task
def post_day(day, execution_id):
    try:
        posted = post_entries(day)
    except Exception:
        run_async(_finish(execution_id, "failed"))
        raise
    run_async(_finish(execution_id, "success"))
    return posted


async def _finish(execution_id, status):
    await execution_repository.update(execution_id, status=status)
