from celery import shared_task

from shop.extensions import db
from shop.models import Item


@shared_task
def count_again(item_id: int) -> int:
    try:
        return Item.query.get(item_id).count()  # expect CEL319: Item.query.get(item_id)
    finally:
        db.session.remove()
