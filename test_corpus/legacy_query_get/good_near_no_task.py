"""No task runs it."""

from celery import shared_task

from shop.db import SessionLocal
from shop.models import Order


def show(order_id: int) -> Order | None:
    with SessionLocal() as session:
        return session.query(Order).get(order_id)


@shared_task
def cancel(order_id: int) -> None:
    with SessionLocal() as session:
        session.get(Order, order_id).cancel()
        session.commit()
