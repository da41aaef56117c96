from celery import shared_task

from mailbox.db import SessionLocal
from mailbox.models import Message
from mailbox.spam import score


@shared_task
def score_messages() -> None:
    with SessionLocal() as session:
        for number, message in enumerate(session.query(Message).filter_by(score=None).yield_per(100)):
            message.score = score(message.text)
            if number % 100 == 0:
                session.commit()  # expect CEL329: session.commit()
        session.commit()
