"""A context manager of one's own: the session is yielded, then closed."""

from collections.abc import Iterator
from contextlib import contextmanager

from celery import shared_task
from sqlalchemy.orm import Session

from festival.db import SessionLocal
from festival.models import Booking


@contextmanager
def transaction() -> Iterator[Session]:
    session = SessionLocal()
    try:
        yield session
        session.commit()
    finally:
        session.close()


@shared_task
def release_booking(booking_id: int) -> None:
    with transaction() as session:
        session.delete(session.get_one(Booking, booking_id))
