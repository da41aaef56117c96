"""What changes is no column that the query tests, or it is one of another row."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order, Report


@shared_task
def total_orders(size: int) -> None:
    offset = 0
    with SessionLocal() as session:
        report = Report()
        while orders := session.scalars(
            select(Order).where(Order.is_open).order_by(Order.id).offset(offset).limit(size)
        ).all():
            for order in orders:
                order.total = sum(order.amounts)
                report.is_open = True
            session.commit()
            offset += size
