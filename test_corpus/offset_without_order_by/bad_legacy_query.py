from celery import shared_task

from newsletter.db import SessionLocal
from newsletter.mail import send_digest
from newsletter.models import Reader


@shared_task
def send_digests(count: int) -> None:
    session = SessionLocal()
    try:
        readers = session.query(Reader).filter(Reader.active)
        readers = readers.filter(Reader.confirmed)
        for page in range(count):
            for reader in readers.limit(100).offset(page * 100):  # expect CEL314: readers.limit(100).offset(page * 100)
                send_digest(reader.address)
    finally:
        session.close()
