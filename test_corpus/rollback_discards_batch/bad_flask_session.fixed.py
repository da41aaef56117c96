from celery import shared_task

from club.extensions import db
from club.models import Visit


@shared_task
def store_visits(visits: list[dict]) -> int:
    stored = 0
    for visit in visits:
        try:
            with db.session.begin_nested():
                db.session.add(Visit(**visit))
                db.session.flush()
            stored += 1
        except ValueError:
            continue
    db.session.commit()
    return stored
