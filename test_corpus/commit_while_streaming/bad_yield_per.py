from celery import shared_task
from sqlalchemy import select

from mailbox.db import SessionLocal
from mailbox.models import Message
from mailbox.spam import score


@shared_task
def score_messages() -> None:
    with SessionLocal() as session:
        for message in session.scalars(select(Message).execution_options(yield_per=200)):
            message.score = score(message.text)
            session.commit()  # expect CEL329: session.commit()
