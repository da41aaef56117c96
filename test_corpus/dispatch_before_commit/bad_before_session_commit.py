from sqlalchemy.orm import Session

from shop.models import Order
from shop.tasks import reserve_stock, send_receipt


def place_order(session: Session, customer_id: int) -> int:
    order = Order(customer_id=customer_id)
    session.add(order)
    session.flush()
    reserve_stock.delay(order.id)  # expect CEL325: reserve_stock.delay(order.id)
    session.commit()
    return order.id


def mark_paid(session: Session, order_id: int) -> None:
    order = session.get(Order, order_id)
    order.paid = True
    send_receipt.delay(order_id)  # expect CEL325: send_receipt.delay(order_id)
    session.commit()
