from celery import shared_task
from sqlalchemy import select

from newsletter.db import SessionLocal
from newsletter.mail import send_digest
from newsletter.models import Reader

PAGE = 500


@shared_task
def send_digests() -> None:
    offset = 0
    with SessionLocal() as session:
        while True:
            statement = select(Reader).where(Reader.active).order_by(Reader.id).offset(offset).limit(PAGE)
            readers = session.scalars(statement).all()
            if not readers:
                break
            for reader in readers:
                send_digest(reader.address)
            offset += PAGE
