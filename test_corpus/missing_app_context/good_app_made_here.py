from celery import shared_task

from shop.extensions import db
from shop.models import Item


@shared_task
def restock(item_id: int) -> None:
    from shop import create_app

    app = create_app()
    with app.app_context():
        app.logger.info("restocking %s", item_id)
        item = Item.query.get(item_id)
        item.restock()
        db.session.commit()
