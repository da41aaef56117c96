"""The failure is raised here, or looked at."""

import logging

from celery import shared_task

from billing.store import charge, load_invoice

logger = logging.getLogger(__name__)


@shared_task
def charge_invoice(invoice_id: int) -> str:
    return charge(load_invoice(invoice_id))


def charge_now(invoice_id: int) -> str:
    return charge_invoice.apply(args=(invoice_id,)).get()


def charge_or_fail(invoice_id: int) -> None:
    charge_invoice.apply(args=(invoice_id,), throw=True)


def try_to_charge(invoice_id: int) -> bool:
    result = charge_invoice.apply(args=(invoice_id,))
    if result.failed():
        logger.error("invoice %s: %s", invoice_id, result.result)
    return result.successful()
