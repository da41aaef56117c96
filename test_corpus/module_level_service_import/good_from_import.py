from celery import shared_task

from brewery.db import SessionLocal


@shared_task(name="brewery.tasks.clean_kettles")
def clean_kettles() -> int:
    from brewery.services import kettles

    session = SessionLocal()
    try:
        return kettles.clean_all(session)
    finally:
        session.close()
