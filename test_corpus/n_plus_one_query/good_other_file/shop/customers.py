from sqlalchemy import select

from .models import Customer


def customers_of(session, orders):
    keys = {order.customer_id for order in orders}
    found = session.scalars(select(Customer).where(Customer.id.in_(keys)))
    return {customer.id: customer for customer in found}
