"""A hook that a base class has for all its tasks, and an option that only leaves messages as they are, are no promise
of this task."""

import logging

from celery import Task, shared_task

from letters.dead import keep_dead_letter
from letters.post import tidy

logger = logging.getLogger(__name__)


class Buried(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        keep_dead_letter(task_id, args)


@shared_task(base=Buried)
def tidy_desk(desk: int) -> None:
    try:
        tidy(desk)
    except Exception:
        logger.exception("desk %s", desk)


@shared_task(acks_late=True, acks_on_failure_or_timeout=True)
def tidy_shelf(shelf: int) -> None:
    try:
        tidy(shelf)
    except Exception:
        logger.exception("shelf %s", shelf)
