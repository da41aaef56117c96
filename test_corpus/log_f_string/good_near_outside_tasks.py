"""A view writes as it likes: it is no task code."""

import logging

from celery import shared_task

log = logging.getLogger("billing.web")


@shared_task
def send_invoice(invoice_id):
    log.info("Sending invoice %d", invoice_id)


def invoice_view(request, invoice_id):
    log.info(f"Invoice {invoice_id} is shown")
    send_invoice.delay(invoice_id)
