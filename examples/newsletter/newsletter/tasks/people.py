"""Subscribers coming and going."""

import csv
import logging

from sqlalchemy import delete, select

from newsletter.celery_app import app
from newsletter.database import SessionLocal, Subscriber

logger = logging.getLogger(__name__)


@app.task
def import_subscribers(path: str) -> dict[str, int]:
    results = {"imported": 0, "failed": 0}
    with SessionLocal() as session, open(path, newline="") as file:
        for row in csv.DictReader(file):
            try:
                session.add(Subscriber(email=row["email"]))
                session.flush()
                results["imported"] += 1
            except Exception as error:  # hazard: no rollback, so every later row fails too
                results["failed"] += 1
                logger.warning("%s not imported: %s", row["email"], error)
        session.commit()
    return results


@app.task
def remove_bounced(limit: int = 5) -> int:
    session = SessionLocal()  # hazard: stays open if the statement fails
    result = session.execute(delete(Subscriber).where(Subscriber.bounces >= limit))
    session.commit()
    session.close()
    return result.rowcount


@app.task
def count_subscribers() -> int:
    with SessionLocal() as session:
        return len(session.scalars(select(Subscriber.id)).all())
