"""A `ValueError` or `KeyError` comes from Python: the transaction is unharmed."""

import logging

from celery import shared_task

from census.db import SessionLocal
from census.service import store_household

logger = logging.getLogger(__name__)


@shared_task
def store_households(rows: list[dict]) -> None:
    with SessionLocal() as session:
        for row in rows:
            try:
                store_household(session, int(row["number"]), row["street"])
            except (KeyError, ValueError) as error:
                logger.warning("row left out: %s", error)
        session.commit()
