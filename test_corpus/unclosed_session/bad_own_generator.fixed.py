# settings: session-generators = ["session_scope"]
from celery import shared_task
from sqlalchemy import select

from shop.database import session_scope
from shop.models import Order


@shared_task
def count_orders():
    session = next(session_scope())
    try:
        return len(session.scalars(select(Order)).all())
    finally:
        session.close()
