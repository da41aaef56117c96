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
            statement = select(Reader).where(Reader.active).offset(offset).limit(PAGE)  # expect CEL314: select(Reader).where(Reader.active).offset(offset)
            readers = session.scalars(statement).all()
            if not readers:
                break
            for reader in readers:
                send_digest(reader.address)
            offset += PAGE
