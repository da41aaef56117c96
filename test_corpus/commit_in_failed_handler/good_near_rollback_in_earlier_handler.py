"""The errors of the database have a handler of their own, and the work before it is not committed here."""

from celery import shared_task
from sqlalchemy.exc import SQLAlchemyError

from transcoding.db import SessionLocal
from transcoding.ffmpeg import transcode
from transcoding.models import Job


@shared_task
def run_job(job_id: int) -> None:
    with SessionLocal() as session:
        job = session.get(Job, job_id)
        try:
            job.output = transcode(job.source)
            session.commit()
        except SQLAlchemyError:
            session.rollback()
            raise
        except OSError as error:
            job.message = str(error)
            session.commit()
