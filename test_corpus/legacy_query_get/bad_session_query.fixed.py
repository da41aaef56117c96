from celery import shared_task

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def cancel(order_id: int) -> None:
    with SessionLocal() as session:
        order = session.get(Order, order_id)
        order.cancel()
        session.commit()
