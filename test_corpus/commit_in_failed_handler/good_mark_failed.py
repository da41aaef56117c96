from celery import shared_task

from transcoding.db import SessionLocal
from transcoding.ffmpeg import transcode
from transcoding.models import Job


@shared_task
def run_job(job_id: int) -> None:
    with SessionLocal() as session:
        job = session.get(Job, job_id)
        try:
            job.output = transcode(job.source)
            job.status = "done"
            session.commit()
        except Exception as error:
            session.rollback()
            job.status = "failed"
            job.message = str(error)
            session.commit()
            raise
