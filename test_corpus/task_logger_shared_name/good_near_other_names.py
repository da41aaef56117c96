"""Each logger has a name of its own, or one that cannot be seen."""

import logging

from celery import shared_task
from celery.utils.log import get_task_logger

from opera.names import logger_name
from opera.singers import rehearse

root = logging.getLogger()
library = logging.getLogger("opera.library")
logger = get_task_logger("opera.singers")
other = get_task_logger(logger_name())
same = logging.getLogger(logger_name())


@shared_task
def rehearse_all(singers):
    for singer in singers:
        logger.info("rehearsing %s", singer)
        rehearse(singer)
