from celery.utils.log import get_task_logger

import lagoon.worker as worker
from celery import shared_task
from lagoon.celery import app
from lagoon.pumps import pump

logger = get_task_logger(__name__)


@shared_task
def pump_out(hours: int) -> None:
    logger.info("pumping")
    pump(hours)


@shared_task(ignore_result=True)
def pump_in(hours: int) -> None:
    pump(-hours)


def measure(depth: int) -> int:
    return pump(0) + depth


measure_depth = shared_task(measure, queue="slow")
