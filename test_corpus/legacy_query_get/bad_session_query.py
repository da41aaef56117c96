from celery import shared_task

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def cancel(order_id: int) -> None:
    with SessionLocal() as session:
        order = session.query(Order).get(order_id)  # expect CEL319: session.query(Order).get(order_id)
        order.cancel()
        session.commit()
