"""The file asks for one logger only, by Celery's function or by Python's."""

from celery import shared_task
from celery.utils.log import get_task_logger

from opera.singers import rehearse

logger = get_task_logger(__name__)


@shared_task
def rehearse_all(singers):
    for singer in singers:
        rehearse(singer)
    get_task_logger(__name__).info("rehearsed")
