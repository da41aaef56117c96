"""A signal handler of this file reads the extra options off the task."""

import logging

from celery import Celery
from celery.signals import task_prerun

from harbour.ships import berth_of

app = Celery("harbour")
logger = logging.getLogger(__name__)


@task_prerun.connect
def announce(task, task_id, **kwargs):
    level = getattr(task, "early_log_level", logging.INFO)
    logger.log(level, "%s starts as %s", task.verbose_name, task_id)


@app.task(verbose_name="Find a berth", early_log_level=logging.DEBUG)
def find_berth(ship: str) -> str:
    return berth_of(ship)
