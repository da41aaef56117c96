"""One commit is for many items: every hundredth, a chunk, a page, or all orders of a customer."""

from itertools import batched

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Customer, Order


@shared_task
def archive(orders: list[dict]) -> None:
    with SessionLocal() as session:
        for number, order in enumerate(orders, 1):
            session.add(Order(**order))
            if number % 100 == 0:
                session.commit()
        session.commit()
        for chunk in batched(orders, 500):
            session.add_all(Order(**order) for order in chunk)
            session.commit()


@shared_task
def recount() -> None:
    with SessionLocal() as session:
        for customer in session.scalars(select(Customer)).all():
            for order in customer.orders:
                order.total = sum(order.amounts)
            session.commit()


@shared_task
def purge() -> None:
    with SessionLocal() as session:
        while rows := session.scalars(select(Order).where(Order.is_stale).limit(1000)).all():
            for row in rows:
                session.delete(row)
            session.commit()
