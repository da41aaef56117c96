"""Writes, one per item: another matter than loading rows one by one."""

from celery import shared_task
from sqlalchemy import delete, update

from stock.db import SessionLocal
from stock.models import Item, Reservation


@shared_task
def book_out(picked: dict[str, int]) -> None:
    with SessionLocal() as session:
        for sku, amount in picked.items():
            session.execute(update(Item).where(Item.sku == sku).values(stock=Item.stock - amount))
            session.execute(delete(Reservation).where(Reservation.sku == sku))
            session.query(Item).filter(Item.sku == sku).update({"touched": True})
        session.commit()
