from celery import shared_task
from sqlalchemy import select

from .customers import customer_of
from .db import LocalSession
from .models import Order


@shared_task
def remind_customers():
    with LocalSession() as session:
        for order in session.scalars(select(Order)):
            customer = customer_of(session, order)  # expect CEL302: customer_of(session, order)
            if customer:
                customer.remind(order)
