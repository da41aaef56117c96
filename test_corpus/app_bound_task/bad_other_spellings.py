from celery.utils.log import get_task_logger

import lagoon.worker as worker
from lagoon.celery import app
from lagoon.pumps import pump

logger = get_task_logger(__name__)


@app.task  # expect CEL137: app.task
def pump_out(hours: int) -> None:
    logger.info("pumping")
    pump(hours)


@worker.celery.task(ignore_result=True)  # expect CEL137: worker.celery.task
def pump_in(hours: int) -> None:
    pump(-hours)


def measure(depth: int) -> int:
    return pump(0) + depth


measure_depth = app.task(measure, queue="slow")  # expect CEL137: app.task
