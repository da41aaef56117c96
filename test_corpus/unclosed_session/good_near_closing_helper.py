"""A helper whose name says so closes the session."""

from celery import shared_task

from tickets.db import SessionLocal, release_session
from tickets.models import Event


@shared_task
def open_sale(event_id: int) -> None:
    session = SessionLocal()
    try:
        session.get_one(Event, event_id).open_sale()
        session.commit()
    finally:
        release_session(session)
