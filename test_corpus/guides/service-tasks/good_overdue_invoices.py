"""The guide's batch: rolling back one invoice takes the ones before it along, which the commit at the end then misses."""

import time
from typing import Any

from shop.celery_app import celery_app
from shop.db import SessionLocal
from shop.logging import get_logger
from shop.metrics import observe_job
from shop.models import Reminder

logger = get_logger(__name__)


@celery_app.task(name="shop.tasks.overdue_invoices.remind_overdue")
def remind_overdue() -> dict[str, Any]:
    """Write a reminder for each invoice that is overdue."""
    start = time.monotonic()
    status = "success"
    session = SessionLocal()
    logger.info("REMIND_OVERDUE_START")
    results: dict[str, Any] = {"reminded": 0, "errors": []}
    try:
        from shop.services import invoicing

        for invoice in invoicing.list_overdue(session):
            try:
                session.add(Reminder(invoice_id=invoice.id, text=invoicing.reminder_text(invoice)))
                session.flush()
                results["reminded"] += 1
            except Exception as error:
                session.rollback()  # expect CEL313: session.rollback()
                results["errors"].append({"id": str(invoice.id), "error": str(error)})
                logger.error("remind_overdue_item_error id=%s error=%s", invoice.id, str(error))
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
