import logging

from celery import shared_task

from meters.db import SessionLocal
from meters.models import Reading

logger = logging.getLogger(__name__)


@shared_task
def import_readings(rows: list[dict]) -> dict[str, int]:
    stored = refused = 0
    with SessionLocal() as session:
        for row in rows:
            try:
                with session.begin_nested():
                    session.add(Reading(**row))
                    session.flush()
                stored += 1
            except Exception:
                refused += 1
                logger.warning("reading of meter %s refused", row["meter"])
        session.commit()
    return {"stored": stored, "refused": refused}
