"""The handlers leave the loop, by `break` or by `raise`: there is no next item."""

import logging

from celery import shared_task
from sqlalchemy.exc import OperationalError

from meters.db import SessionLocal
from meters.service import store_value

logger = logging.getLogger(__name__)


@shared_task
def store_values(values: list[dict]) -> int:
    stored = 0
    with SessionLocal() as session:
        for value in values:
            try:
                store_value(session, value)
                session.commit()
                stored += 1
            except OperationalError as error:
                logger.error("the database went away after %d values: %s", stored, error)
                break
            except Exception as error:
                raise RuntimeError(f"meter {value['meter']}: not stored") from error
    return stored
