from celery import shared_task

from shop.extensions import db
from shop.models import Item


@shared_task
def restock(item_id: int) -> None:
    from shop import create_app

    app = create_app()
    app.logger.info("restocking %s", item_id)
    item = Item.query.get(item_id)  # expect CEL317: Item.query.get(item_id)
    item.restock()
    db.session.commit()
