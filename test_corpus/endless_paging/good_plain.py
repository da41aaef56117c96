from celery import shared_task
from sqlalchemy import select

from observatory.db import SessionLocal
from observatory.models import Star
from observatory.plates import measure


@shared_task
def measure_stars() -> int:
    offset = 0
    with SessionLocal() as session:
        while True:
            stars = session.scalars(select(Star).order_by(Star.id).offset(offset).limit(100)).all()
            if not stars:
                break
            for star in stars:
                measure(star)
            session.commit()
            offset += 100
    return offset
