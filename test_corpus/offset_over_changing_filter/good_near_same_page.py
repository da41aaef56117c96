"""The page stays the first one, or moves on only past the rows that stay in the query."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def export_orders(size: int) -> None:
    with SessionLocal() as session:
        page = select(Order).where(Order.is_open).order_by(Order.id).limit(size)
        while orders := session.scalars(page).all():
            for order in orders:
                order.is_open = False
            session.commit()


@shared_task
def retry_orders(size: int) -> None:
    offset = 0
    with SessionLocal() as session:
        page = select(Order).where(Order.is_open).order_by(Order.id).limit(size)
        while orders := session.scalars(page.offset(offset)).all():
            for order in orders:
                if order.export():
                    order.is_open = False
                else:
                    offset += 1
            session.commit()
