import logging

from celery import shared_task

from donations.letters import PrinterJam, PrintJob
from donations.settings import settings

logger = logging.getLogger(__name__)


@shared_task(
    bind=True,
    max_retries=settings.print_retries,  # expect CEL233: max_retries=settings.print_retries
    default_retry_delay=60,
    acks_late=True,
)
def print_thanks(self, donation_id: int) -> None:
    if not PrintJob.is_possible():
        raise self.retry(countdown=3600)
    try:
        PrintJob(donation_id).run()
    except PrinterJam as jam:
        logger.warning("jam at donation %s", donation_id)
        self.retry(exc=jam)


@shared_task(bind=True, max_retries=5)
def print_receipt(self, donation_id: int) -> None:
    try:
        PrintJob(donation_id).run(copies=2)
    except PrinterJam as jam:
        if self.request.retries == 5:
            logger.error("receipt of donation %s by hand, please", donation_id)
            return
        raise self.retry(exc=jam)
