"""All rows are read before the loop begins."""

from celery import shared_task
from sqlalchemy import select

from mailbox.db import SessionLocal
from mailbox.models import Message
from mailbox.spam import score


@shared_task
def score_messages() -> None:
    with SessionLocal() as session:
        for message in session.scalars(select(Message).execution_options(yield_per=200)).all():
            message.score = score(message.text)
            session.commit()
        for message in list(session.query(Message).yield_per(100)):
            message.seen = True
            session.commit()
