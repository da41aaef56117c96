"""The loop returns, raises, or hands its pages to somebody who may stop."""

from celery import shared_task
from sqlalchemy import select

from observatory.db import SessionLocal
from observatory.models import Star
from observatory.plates import measure


def pages(session):
    offset = 0
    while True:
        yield session.scalars(select(Star).order_by(Star.id).offset(offset).limit(100)).all()
        offset += 100


@shared_task
def measure_first(wanted: int) -> int:
    measured = offset = 0
    with SessionLocal() as session:
        while True:
            for star in session.scalars(select(Star).order_by(Star.id).offset(offset).limit(100)):
                measured += measure(star)
                if measured == wanted:
                    return offset
            offset += 100


@shared_task
def measure_pages() -> None:
    with SessionLocal() as session:
        for stars in pages(session):
            if not stars:
                break
            for star in stars:
                measure(star)
