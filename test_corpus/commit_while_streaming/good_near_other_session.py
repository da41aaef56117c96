"""One session reads, another writes."""

from celery import shared_task
from sqlalchemy import select

from mailbox.db import SessionLocal
from mailbox.models import Message, Score
from mailbox.spam import score


@shared_task
def score_messages() -> None:
    with SessionLocal() as reading, SessionLocal() as writing:
        for message in reading.scalars(select(Message).execution_options(yield_per=200)):
            writing.add(Score(message_id=message.id, points=score(message.text)))
            writing.commit()
