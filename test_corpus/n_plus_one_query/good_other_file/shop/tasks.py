from celery import shared_task
from sqlalchemy import select

from .customers import customers_of
from .db import LocalSession
from .models import Order


@shared_task
def remind_customers():
    with LocalSession() as session:
        orders = session.scalars(select(Order)).all()
        customers = customers_of(session, orders)
        for order in orders:
            customer = customers.get(order.customer_id)
            if customer:
                customer.remind(order)
