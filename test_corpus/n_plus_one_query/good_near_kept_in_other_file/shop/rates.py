from sqlalchemy import select

from .models import Customer

_known: dict[int, Customer] = {}


def known_customer(session, key):
    if key in _known:
        return _known[key]
    _known[key] = session.scalars(select(Customer).where(Customer.id == key)).one()
    return _known[key]


def settle(session, order):
    order.customer = session.get(Customer, order.customer_id)
    session.add(order.customer.pay(order))
    session.commit()
    return order
