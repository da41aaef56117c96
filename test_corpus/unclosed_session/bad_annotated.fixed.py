from celery import shared_task
from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.db import SessionLocal
from billing.models import Invoice


@shared_task
def count_open_invoices(customer_id: int | None) -> int:
    session: Session = SessionLocal()

    try:
        # a customer, or everybody
        query = select(Invoice).where(Invoice.paid.is_(False))
        if customer_id is not None:
            query = query.where(Invoice.customer_id == customer_id)
        return len(session.scalars(query).all())
    finally:
        session.close()
