"""Nothing was written before the task is sent, or the write comes after it."""

from django.db import transaction
from sqlalchemy.orm import Session

from shop.models import Order
from shop.tasks import refresh_prices, send_receipt


def remind(order_id: int) -> None:
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order_id)
        send_receipt.delay(order.pk)
        order.reminded = True
        order.save()


def refresh(session: Session) -> None:
    with session.begin():
        ids = [row.id for row in session.query(Order).all()]
        refresh_prices.delay(ids)


def read_and_commit(session: Session, order_id: int) -> None:
    order = session.get(Order, order_id)
    send_receipt.delay(order.id)
    session.commit()
