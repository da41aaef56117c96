"""Flask-SQLAlchemy removes the session when the context ends."""

from celery import shared_task

from depot.app import app
from depot.extensions import db
from depot.models import Pallet


@shared_task
def weigh(pallet_id: int) -> None:
    with app.app_context():
        db.session.get(Pallet, pallet_id).weigh()
        db.session.commit()
