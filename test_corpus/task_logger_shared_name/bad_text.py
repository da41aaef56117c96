from logging import getLogger

from celery import shared_task
from celery.utils import log as celery_log

from opera.singers import rehearse

NAME = "opera.rehearsals"
audit = getLogger("opera.rehearsals")


@shared_task
def rehearse_all(singers):
    log = celery_log.get_task_logger(name=NAME)  # expect CEL815: celery_log.get_task_logger(name=NAME)
    log.info("rehearsing %d parts", len(singers))
    for singer in singers:
        rehearse(singer)
    audit.info("rehearsed")
