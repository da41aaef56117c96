from celery import shared_task
from sqlalchemy import select

from billing.db import SessionLocal
from billing.models import Invoice


@shared_task
def mark_overdue_invoices(today: str) -> int:
    with SessionLocal() as session:
        invoices = session.scalars(select(Invoice).where(Invoice.due_on < today, Invoice.paid.is_(False))).all()
        for invoice in invoices:
            invoice.remind()
        session.commit()
        return len(invoices)
