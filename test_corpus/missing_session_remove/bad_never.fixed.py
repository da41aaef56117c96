# settings: scoped-sessions = ["depot.db.db_session", "db.session"]
from celery import shared_task

from depot.db import db_session
from depot.models import Pallet


def _pallet(pallet_id: int) -> Pallet:
    return db_session.get(Pallet, pallet_id)


@shared_task
def name_of(pallet_id: int) -> str:
    try:
        return _pallet(pallet_id).name
    finally:
        db_session.remove()
