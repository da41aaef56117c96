"""The loop has a condition, or goes over numbers."""

from celery import shared_task
from sqlalchemy import func, select

from observatory.db import SessionLocal
from observatory.models import Star
from observatory.plates import measure


@shared_task
def measure_all() -> None:
    offset, rows = 0, True
    with SessionLocal() as session:
        while rows:
            rows = session.scalars(select(Star).order_by(Star.id).offset(offset).limit(100)).all()
            for star in rows:
                measure(star)
            offset += 100


@shared_task
def measure_known() -> None:
    with SessionLocal() as session:
        total = session.scalar(select(func.count(Star.id)))
        for offset in range(0, total, 100):
            for star in session.scalars(select(Star).order_by(Star.id).offset(offset).limit(100)):
                measure(star)
