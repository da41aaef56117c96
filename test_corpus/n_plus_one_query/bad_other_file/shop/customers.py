from sqlalchemy import select

from .models import Customer


def customer_of(session, order):
    if order.customer_id is None:
        return None
    return one_customer(session, order.customer_id)


def one_customer(session, key):
    statement = select(Customer).where(Customer.id == key)
    return session.scalars(statement).first()
