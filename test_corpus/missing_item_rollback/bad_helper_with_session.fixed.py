import logging

from celery import shared_task
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from sensors.db import SessionLocal
from sensors.models import Sensor

logger = logging.getLogger(__name__)


def _store_offsets(session: Session, offsets: dict[int, float]) -> None:
    for sensor_id, offset in offsets.items():
        try:
            with session.begin_nested():
                session.execute(update(Sensor).where(Sensor.id == sensor_id).values(offset=offset))
        except SQLAlchemyError as error:
            logger.error("offset of sensor %d not stored: %s", sensor_id, error)


@shared_task
def store_offsets(offsets: dict[int, float]) -> None:
    with SessionLocal() as session:
        _store_offsets(session, offsets)
        session.commit()
