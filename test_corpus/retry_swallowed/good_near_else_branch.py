"""The `else` of a `try` is not covered by its handlers."""

import logging

from celery import shared_task

from exports.jobs import job_status, start_job

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=100)
def wait_for_export(self, job_id: str) -> None:
    try:
        status = job_status(job_id)
    except Exception:
        logger.exception("no status of %s", job_id)
        start_job(job_id)
    else:
        if status == "running":
            raise self.retry(countdown=15)
