"""The handler takes an error of the mail server, not one of the database."""

from smtplib import SMTPException

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
            session.commit()
        except SMTPException as error:
            letter.status = str(error)
            session.commit()
