"""`add` sends nothing to the database: what fails here is the conversion."""

import logging

from celery import shared_task

from weather.db import SessionLocal
from weather.models import Measurement

logger = logging.getLogger(__name__)


@shared_task
def store_measurements(station: str, values: list[str]) -> None:
    with SessionLocal() as session:
        for value in values:
            try:
                session.add(Measurement(station=station, celsius=float(value)))
            except Exception as error:
                logger.warning("%s: %s", station, error)
        session.commit()
