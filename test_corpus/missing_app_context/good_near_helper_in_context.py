"""The task that does it all is called in the context, and the helper with it."""

from celery import shared_task

from shop import create_app
from shop.extensions import db
from shop.models import Item


def _restock(item_id: int) -> None:
    db.session.get(Item, item_id).restock()
    db.session.commit()


@shared_task
def restock(item_id: int) -> None:
    with create_app().app_context():
        try:
            _restock(item_id)
        finally:
            db.session.remove()
