from celery import shared_task

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def remind() -> int:
    reminded = 0
    with SessionLocal() as session:
        orders = session.query(Order).filter(Order.is_open, Order.state == "sent").order_by(Order.id).all()  # expect CEL316: session.query(Order) ...
        for order in orders:
            reminded += order.remind()
        session.commit()
    return reminded
