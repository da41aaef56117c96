from celery import shared_task

from shop.app import app
from shop.extensions import db
from shop.models import Item


@shared_task
def restock(item_id: int) -> None:
    with app.app_context():
        db.session.get(Item, item_id).restock()
        db.session.commit()


@shared_task
def withdraw(item_id: int) -> None:
    item = db.session.get(Item, item_id)  # expect CEL317: db.session
    item.withdraw()
    db.session.commit()


@shared_task
def discard(item_id: int) -> None:
    try:
        with app.app_context():
            db.session.delete(db.session.get(Item, item_id))
            db.session.commit()
    finally:
        db.session.remove()  # expect CEL317: db.session
