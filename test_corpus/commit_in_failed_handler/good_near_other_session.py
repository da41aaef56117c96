"""The failure is recorded through another session."""

from celery import shared_task

from transcoding.db import AuditSessionLocal, SessionLocal
from transcoding.models import Failure, Job


@shared_task
def finish(job_id: int) -> None:
    with SessionLocal() as session, AuditSessionLocal() as audit:
        try:
            session.add(Job(id=job_id, done=True))
            session.commit()
        except Exception as error:
            audit.add(Failure(job_id=job_id, message=str(error)))
            audit.commit()
            raise
