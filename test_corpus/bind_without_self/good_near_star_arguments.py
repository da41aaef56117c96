"""The task is the first of the arguments."""

from celery import shared_task

from audit.trail import record


@shared_task(bind=True)
def record_event(*args, **fields):
    task, event = args
    record(event, task_id=task.request.id, **fields)
