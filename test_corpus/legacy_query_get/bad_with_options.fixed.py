from celery import shared_task
from sqlalchemy.orm import joinedload

from shop import models
from shop.extensions import db


@shared_task
def bill(order_id: int) -> str:
    query = db.session.query(models.Order).options(joinedload(models.Order.customer))
    print(query)
    return db.session.get(models.Order, order_id, options=[joinedload(models.Order.customer)]).customer.address
