from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order

PAGE = 500


@shared_task
def export_orders() -> int:
    last_id = 0
    with SessionLocal() as session:
        while True:
            statement = select(Order).where(Order.is_exported.is_(False), Order.id > last_id).order_by(Order.id)
            orders = session.scalars(statement.limit(PAGE)).all()
            if not orders:
                return last_id
            for order in orders:
                order.export()
                order.is_exported = True
            last_id = orders[-1].id
            session.commit()
