from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order

PAGE = 500


@shared_task
def export_orders() -> int:
    offset = 0
    with SessionLocal() as session:
        while True:
            statement = select(Order).where(Order.is_exported.is_(False)).order_by(Order.id)
            orders = session.scalars(statement.offset(offset).limit(PAGE)).all()
            if not orders:
                return offset
            for order in orders:
                order.export()
                order.is_exported = True  # expect CEL315: order.is_exported
            session.commit()
            offset += PAGE
