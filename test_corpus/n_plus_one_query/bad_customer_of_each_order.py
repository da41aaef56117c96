from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.mail import send_shipping_note
from shop.models import Customer, Order


@shared_task
def notify_shipped(day: str) -> None:
    with SessionLocal() as session:
        orders = session.scalars(select(Order).where(Order.shipped_on == day)).all()
        for order in orders:
            customer = session.get(Customer, order.customer_id)  # expect CEL302: session.get(Customer, order.customer_id)
            send_shipping_note(customer.email, order.number)
