from celery import shared_task

from clinic.db import SessionLocal, get_db
from clinic.models import Visit


@shared_task
def count_visits(day: str) -> int:
    with SessionLocal() as session:  # expect CEL413: SessionLocal()
        return session.query(Visit).filter_by(day=day).count()


@shared_task
def close_visit(visit_id: int) -> None:
    db = next(get_db())  # expect CEL413: next(get_db())
    try:
        db.get(Visit, visit_id).close()
        db.commit()
    finally:
        db.close()
