"""An item that fails does not fail the others, something is done with it outside the database, or a comment says why."""

import logging

from celery import shared_task
from django.db import IntegrityError, transaction
from sqlalchemy import insert

from shop.db import SessionLocal
from shop.mail import send_receipt
from shop.models import Invoice, Price

logger = logging.getLogger(__name__)


@shared_task
def import_invoices(rows: list[dict]) -> None:
    for row in rows:
        try:
            with transaction.atomic():
                Invoice.objects.create(number=row["number"])
        except IntegrityError:
            logger.warning("%s is there", row["number"])


@shared_task
def send_receipts() -> None:
    for invoice in Invoice.objects.filter(is_paid=True):
        send_receipt(invoice)
        invoice.is_sent = True
        invoice.save()


@shared_task
def archive_invoices() -> None:
    for invoice in Invoice.objects.filter(is_stale=True):
        # The archive hangs on the signal that save() sends.
        invoice.is_archived = True
        invoice.save()


@shared_task
def import_prices(rows: list[dict]) -> None:
    with SessionLocal() as session:
        for row in rows:
            with session.begin_nested():
                session.execute(insert(Price).values(**row))
        session.commit()
