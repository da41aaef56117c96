from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.mail import send_shipping_note
from shop.models import Customer, Order


@shared_task
def notify_shipped(day: str) -> None:
    with SessionLocal() as session:
        orders = session.execute(
            select(Order.number, Customer.email)
            .join(Customer, Customer.id == Order.customer_id)
            .where(Order.shipped_on == day)
        )
        for number, email in orders:
            send_shipping_note(email, number)
