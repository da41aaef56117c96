from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def mark_overdue() -> int:
    session = SessionLocal()
    try:
        orders = session.scalars(select(Order).where(Order.is_open)).all()
        for order in orders:
            with session.begin_nested():
                order.is_overdue = True
        session.commit()
        return len(orders)
    finally:
        session.close()
