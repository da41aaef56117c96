from .db import LocalSession
from .models import Order


def total_of(order_id):
    with LocalSession() as session:
        order = session.get(Order, order_id)
        return sum(line.price for line in order.lines)
