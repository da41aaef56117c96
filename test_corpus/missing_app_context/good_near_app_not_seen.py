"""The app comes from a module that cannot be seen: its class may push the context."""

from celery import current_app as celery_app

from shop.extensions import db
from shop.models import Event, Item


@celery_app.task(bind=True, max_retries=3)
def receive(self, payload: dict) -> dict:
    if Event.query.filter_by(event_id=payload["id"]).first():
        return {"status": "known"}
    db.session.add(Event(event_id=payload["id"]))
    db.session.commit()
    return {"status": "stored"}


@celery_app.task
def restock(item_id: int) -> None:
    db.session.get(Item, item_id).restock()
    db.session.commit()
