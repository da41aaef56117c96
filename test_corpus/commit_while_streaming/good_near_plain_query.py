"""Without a stream the driver holds all rows at the client, whatever happens to the transaction."""

from celery import shared_task
from sqlalchemy import select

from mailbox.db import SessionLocal
from mailbox.models import Message
from mailbox.spam import score


@shared_task
def score_messages(ids: list[int]) -> None:
    with SessionLocal() as session:
        for message_id in session.scalars(select(Message.id).where(Message.id.in_(ids))).all():
            session.get_one(Message, message_id).score = score(message_id)
            session.commit()
