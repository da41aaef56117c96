from celery import shared_task

from brewery.db import SessionLocal
from brewery.services import kettles  # expect CEL113: from brewery.services import kettles


@shared_task(name="brewery.tasks.clean_kettles")
def clean_kettles() -> int:
    session = SessionLocal()
    try:
        return kettles.clean_all(session)
    finally:
        session.close()
