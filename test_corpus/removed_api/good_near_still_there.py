"""Old names that Celery still has."""

import celery
from celery import current_app, registry, subtask
from celery.canvas import maybe_signature
from celery.exceptions import Retry
from celery.execute import send_task
from celery.utils.log import get_task_logger

logger = get_task_logger("celery.task")


def send_later(name: str) -> None:
    send_task(name)
    subtask(name).delay()
    registry.tasks.get(name)
    maybe_signature({"task": name}, app=current_app).delay()
    celery.chain(celery.signature(name)).delay()
    logger.info("sent", exc_info=Retry)
