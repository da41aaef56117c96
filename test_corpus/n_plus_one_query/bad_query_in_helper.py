from celery import Celery
from sqlalchemy.orm import Session

from sensors.db import SessionLocal
from sensors.models import Reading, Sensor

app = Celery("sensors")


def _calibrate(session: Session, readings: list[Reading]) -> None:
    for reading in readings:
        sensor = session.query(Sensor).filter(Sensor.id == reading.sensor_id).first()  # expect CEL302: session.query(Sensor).filter(Sensor.id == reading.sensor_id).first()
        reading.value = reading.raw * sensor.gain + sensor.offset


@app.task(acks_late=True)
def calibrate_day(day: str) -> None:
    with SessionLocal() as session:
        readings = session.query(Reading).filter(Reading.day == day).all()
        _calibrate(session, readings)
        session.commit()
