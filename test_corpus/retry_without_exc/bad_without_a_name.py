import logging

from celery import current_task, shared_task
from sqlalchemy.exc import NoResultFound

from invoices.models import Invoice, load_invoice

logger = logging.getLogger(__name__)


@shared_task(bind=True, name="invoices.remind", max_retries=5)
def remind(self, invoice_id: int) -> None:
    try:
        invoice: Invoice = load_invoice(invoice_id)
    except NoResultFound:
        logger.warning("invoice %s is not there yet", invoice_id)
        self.retry(queue="slow", countdown=25)  # expect CEL204: self.retry(queue="slow", countdown=25)
    invoice.remind()


@shared_task
def archive(invoice_id: int) -> None:
    try:
        load_invoice(invoice_id).archive()
    except Exception:
        current_task.retry(throw=False)  # expect CEL204: current_task.retry(throw=False)
        raise


@shared_task(bind=True, max_retries=3)
def settle(self, invoice_id: int) -> None:
    try:
        load_invoice(invoice_id).settle()
    except ConnectionError:
        raise self.retry(countdown=30)  # expect CEL204: self.retry(countdown=30)
    except Exception as error:
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error)
        logger.error("invoice %s not settled", invoice_id)
        raise
