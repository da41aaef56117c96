"""These are methods of Flask-SQLAlchemy, and `first`, which is not legacy."""

from celery import shared_task

from shop.extensions import db
from shop.models import Item


@shared_task
def count_again(item_id: int) -> int:
    item = Item.query.get_or_404(item_id)
    first = Item.query.filter_by(parent_id=item_id).first()
    own = db.session.get(Item, item_id)
    return item.count() + first.count() + own.count()
