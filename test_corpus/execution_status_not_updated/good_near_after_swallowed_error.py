"""The handler takes every error and goes on, so one call after it is reached either way."""

from celery import shared_task

from ledger.executions import finish_execution
from ledger.posting import post_entries


@shared_task
def post_day(day, execution_id=None):
    failure = None
    try:
        post_entries(day)
    except Exception as error:
        failure = str(error)
    finish_execution(execution_id=str(execution_id), failure=failure)
