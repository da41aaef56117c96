"""Each part is flushed in a savepoint, so the session is sound when the handler commits."""

from celery import shared_task

from transcoding.db import SessionLocal
from transcoding.models import Job, Part


@shared_task
def store_parts(job_id: int, paths: list[str]) -> None:
    with SessionLocal() as session:
        try:
            for path in paths:
                with session.begin_nested():
                    session.add(Part(job_id=job_id, path=path))
                    session.flush()
        except Exception as error:
            session.add(Job(id=job_id, message=str(error)))
            session.commit()
            raise
        session.commit()
