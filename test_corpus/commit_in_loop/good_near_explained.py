"""The comment says why each item is committed; the other commits are made once."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def recompute() -> None:
    with SessionLocal() as session:
        for order in session.scalars(select(Order)).all():
            order.recompute()
            # A checkpoint: an order takes a minute, and the next run goes on from here.
            session.commit()


@shared_task
def cancel_first(customer_id: int) -> None:
    with SessionLocal() as session:
        for order in session.scalars(select(Order).where(Order.customer_id == customer_id)).all():
            if order.is_open:
                order.cancel()
                session.commit()
                break


@shared_task
def store(order_id: int) -> None:
    with SessionLocal() as session:
        for attempt in range(3):
            session.get_one(Order, order_id).attempts = attempt
            session.commit()
