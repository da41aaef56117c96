"""The ids are read page by page, and the rows are changed when that is done."""

from celery import shared_task
from sqlalchemy import select, update

from shop.db import SessionLocal
from shop.models import Order


@shared_task
def close_orders(size: int) -> None:
    offset, ids = 0, []
    with SessionLocal() as session:
        page = select(Order.id).where(Order.is_open).order_by(Order.id).limit(size)
        while found := session.scalars(page.offset(offset)).all():
            ids.extend(found)
            offset += size
        session.execute(update(Order).where(Order.id.in_(ids)).values(is_open=False))
        session.commit()
