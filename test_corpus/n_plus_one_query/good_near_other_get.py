"""`get` of a dictionary, a cache and an HTTP session: no query among them."""

import requests
from celery import shared_task
from django.core.cache import cache
from sqlalchemy import select

from rates.db import SessionLocal
from rates.models import Currency, Invoice


@shared_task
def convert_invoices(invoice_numbers: list[str]) -> float:
    total = 0.0
    with SessionLocal() as db, requests.Session() as session:
        symbols = {currency.code: currency.symbol for currency in db.scalars(select(Currency))}
        for invoice in db.scalars(select(Invoice).where(Invoice.number.in_(invoice_numbers))):
            rate = cache.get(f"rate:{invoice.currency}")
            if rate is None:
                rate = session.get(f"https://rates.example.org/{invoice.currency}", timeout=5).json()["rate"]
            invoice.label = symbols.get(invoice.currency, "?")
            total += invoice.amount * rate
        db.commit()
    return total
