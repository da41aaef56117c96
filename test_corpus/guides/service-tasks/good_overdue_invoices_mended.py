"""The same batch with a savepoint for each invoice: a bad one costs nothing but itself."""

import time
from typing import Any

from shop.celery_app import celery_app
from shop.db import SessionLocal
from shop.logging import get_logger
from shop.metrics import observe_job
from shop.models import Customer, Reminder

logger = get_logger(__name__)


@celery_app.task(name="shop.tasks.overdue_invoices_mended.remind_overdue")
def remind_overdue() -> dict[str, Any]:
    """Write a reminder for each invoice that is overdue."""
    start = time.monotonic()
    status = "success"
    session = SessionLocal()
    logger.info("REMIND_OVERDUE_START")
    results: dict[str, Any] = {"reminded": 0, "errors": []}
    try:
        from shop.services import invoicing

        invoices = invoicing.list_overdue(session)
        customers = session.query(Customer).filter(Customer.id.in_([each.customer_id for each in invoices])).all()
        by_id = {customer.id: customer for customer in customers}
        for invoice in invoices:
            invoice_id = str(invoice.id)
            try:
                with session.begin_nested():
                    text = invoicing.reminder_text(invoice, by_id[invoice.customer_id])
                    session.add(Reminder(invoice_id=invoice_id, text=text))
                results["reminded"] += 1
            except Exception as error:
                results["errors"].append({"id": invoice_id, "error": str(error)})
                logger.error("remind_overdue_item_error id=%s error=%s", invoice_id, str(error))
        session.commit()
        logger.info("REMIND_OVERDUE_COMPLETE reminded=%d errors=%d", results["reminded"], len(results["errors"]))
    except Exception as error:
        status = "error"
        logger.error("REMIND_OVERDUE_ERROR error=%s", str(error))
        session.rollback()
        raise
    finally:
        session.close()
        duration = time.monotonic() - start
        observe_job("remind_overdue", status, duration)
    return results
