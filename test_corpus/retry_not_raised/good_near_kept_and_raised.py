"""The exception is made first, written down, and raised then."""

import logging

from celery import shared_task

from customs.forms import OfficeClosed, file_form

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=6)
def file_declaration(self, form_id: int) -> str:
    try:
        return file_form(form_id)
    except OfficeClosed as error:
        postponed = self.retry(exc=error, countdown=8 * 3600, throw=False)
        logger.warning("form %s: %s", form_id, postponed)
        raise postponed
