"""Whether somebody commits later, or has committed before, nobody can tell from here."""

from sqlalchemy.orm import Session

from shop.models import Order
from shop.repository import store
from shop.tasks import send_receipt


def create(session: Session, customer_id: int) -> Order:
    order = Order(customer_id=customer_id)
    session.add(order)
    send_receipt.delay(customer_id)
    return order


def create_by_repository(session: Session, customer_id: int) -> None:
    order = Order(customer_id=customer_id)
    session.add(order)
    store(session, order)
    send_receipt.delay(order.id)
    session.commit()


def create_twice(session: Session, customer_id: int) -> None:
    session.add(Order(customer_id=customer_id))
    session.commit()
    send_receipt.delay(customer_id)
    session.add(Order(customer_id=customer_id))
    session.commit()
