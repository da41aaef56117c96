import logging
import smtplib

from celery import shared_task

from mailings.letters import post_letter

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=4, default_retry_delay=120)
def send_letter(self, recipient_id: int, letter_id: int) -> None:
    logger.info("attempt %d for %s", self.request.retries, recipient_id)
    try:
        post_letter(recipient_id, letter_id)
    except smtplib.SMTPServerDisconnected as error:
        raise self.retry(exc=error)
