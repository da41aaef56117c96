"""A decorator of the file pushes the context, or one whose source cannot be seen may."""

from functools import wraps

from celery import shared_task

from shop.app import app
from shop.extensions import db
from shop.models import Item


def in_context(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        with app.app_context():
            return function(*args, **kwargs)

    return wrapper


@shared_task
@in_context
def restock(item_id: int) -> None:
    db.session.get(Item, item_id).restock()
    db.session.commit()
