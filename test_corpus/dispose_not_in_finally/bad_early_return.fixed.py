from celery import shared_task
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from shop.models import Order


@shared_task
def last_order(url: str) -> int | None:
    engine = create_engine(url)
    try:
        with Session(engine) as session:
            order = session.scalars(select(Order).order_by(Order.id.desc())).first()
            if order is None:
                return None
            return order.id
    finally:
        engine.dispose()
