"""What can fail in the `try` is the mail server; nothing was sent to the database."""

from celery import shared_task

from letters.db import SessionLocal
from letters.mail import send
from letters.models import Letter


@shared_task
def send_letter(letter_id: int) -> None:
    with SessionLocal() as session:
        letter = session.get(Letter, letter_id)
        try:
            send(letter.address, letter.text)
            letter.status = "sent"
        except Exception:
            letter.status = "failed"
        session.commit()
