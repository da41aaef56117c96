from celery import shared_task

from club.extensions import db
from club.models import Visit


@shared_task
def store_visits(visits: list[dict]) -> int:
    stored = 0
    for visit in visits:
        try:
            db.session.add(Visit(**visit))
            db.session.flush()
            stored += 1
        except ValueError:
            db.session.rollback()  # expect CEL313: db.session.rollback()
            continue
    db.session.commit()
    return stored
