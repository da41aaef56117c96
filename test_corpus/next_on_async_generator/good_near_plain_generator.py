"""The generator is a plain one."""

from collections.abc import Iterator

from celery import shared_task
from sqlalchemy.orm import Session

from hotel.db import SessionLocal
from hotel.models import Booking


def get_db() -> Iterator[Session]:
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()


@shared_task
def cancel(booking_id: int) -> None:
    sessions = get_db()
    session = next(sessions)
    session.delete(session.get(Booking, booking_id))
    session.commit()
    next(sessions, None)
