import logging

from celery import shared_task

from shop.db import SessionLocal
from shop.models import Price

logger = logging.getLogger(__name__)


@shared_task
def import_prices(rows: list[dict]) -> int:
    stored = 0
    with SessionLocal() as session:
        for row in rows:
            try:
                session.add(Price(**row))
                session.commit()  # expect CEL305: session.commit()
            except ValueError:
                session.rollback()
                logger.warning("row %s refused", row["sku"])
            else:
                stored += 1
    return stored
