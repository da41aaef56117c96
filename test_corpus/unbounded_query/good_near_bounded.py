"""A number, a page, a stream or the batch of ids that is asked for bounds what is read."""

from celery import shared_task
from sqlalchemy import func, select

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def work_off(batch_size: int, ids: list[int]) -> None:
    with SessionLocal() as session:
        for order in session.scalars(select(Order).where(Order.is_open).limit(batch_size)).all():
            order.work_off()
        for order in session.query(Order).filter(Order.id.in_(ids)).all():
            order.work_off()
        for order in session.query(Order).order_by(Order.id)[:100]:
            order.work_off()
        for order in session.execute(select(Order), execution_options={"yield_per": 100}).scalars().partitions():
            print(order)
        for order in session.scalars(select(Order).execution_options(stream_results=True)).yield_per(50):
            order.work_off()
        for state, count in session.execute(select(Order.state, func.count()).group_by(Order.state)).all():
            print(state, count)
