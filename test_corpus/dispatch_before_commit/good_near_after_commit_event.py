"""The event runs after the commit, and the loop sends what the commit before it has stored."""

from sqlalchemy import event
from sqlalchemy.orm import Session

from shop.models import Order
from shop.tasks import send_receipt


@event.listens_for(Session, "after_commit")
def send_all(session: Session) -> None:
    for order_id in session.info.pop("new_orders", []):
        send_receipt.delay(order_id)


def load(session: Session, rows: list[dict]) -> None:
    for row in rows:
        order = Order(**row)
        session.add(order)
        session.commit()
        send_receipt.delay(order.id)
