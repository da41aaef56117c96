from celery import shared_task

from shop.extensions import db
from shop.models import Cart


@shared_task
def purge_carts() -> None:
    total = Cart.query.count()
    for offset in range(0, total, 100):
        for cart in Cart.query.order_by(Cart.id).limit(100).offset(offset).all():
            db.session.delete(cart)  # expect CEL315: db.session.delete(cart)
        db.session.commit()
