"""What was sent cannot be undone, so each item that was sent is stored at once."""

import requests
from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.mail import send_invoice
from shop.models import Invoice, Refund


@shared_task
def send_invoices() -> None:
    with SessionLocal() as session:
        for invoice in session.scalars(select(Invoice)).all():
            send_invoice(invoice.address, invoice.number)
            invoice.is_sent = True
            session.commit()


@shared_task
def refund() -> None:
    with SessionLocal() as session:
        for refund in session.scalars(select(Refund)).all():
            answer = requests.put(f"https://bank.example/{refund.id}", timeout=10)
            refund.state = answer.json()["state"]
            session.commit()


@shared_task
def render_all() -> None:
    with SessionLocal() as session:
        for invoice in session.scalars(select(Invoice)).all():
            invoice.is_queued = True
            session.commit()
            render.delay(invoice.id)


@shared_task
def render(invoice_id: int) -> None:
    print(invoice_id)
