"""What is added to a session is written together; a few items, a batch at a time, or a result that is needed."""

from celery import shared_task
from sqlalchemy import delete, insert

from shop.db import SessionLocal
from shop.models import Invoice, Line, Price


@shared_task
def import_prices(rows: list[dict], chunks: list[list[dict]]) -> None:
    with SessionLocal() as session:
        for row in rows:
            session.add(Price(**row))
        for chunk in chunks:
            session.execute(insert(Price), chunk)
        for state in ("open", "stale"):
            session.execute(delete(Price).where(Price.state == state))
        for row in rows:
            session.execute(delete(Line).where(Line.id.in_(row["lines"])))
        session.commit()


@shared_task
def import_invoices(rows: list[dict]) -> None:
    for row in rows:
        invoice = Invoice.objects.create(number=row["number"])
        Line.objects.bulk_create(Line(invoice=invoice, **line) for line in row["lines"])
