"""NoResultFound is no failure of the statement: the session is as good as before."""

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.exc import NoResultFound

from library.db import SessionLocal


@shared_task
def claim_next(worker: str) -> None:
    claim = text("UPDATE jobs SET worker = :worker WHERE worker IS NULL RETURNING id")
    with SessionLocal() as session:
        try:
            job_id = session.execute(claim, {"worker": worker}).scalar_one()
        except NoResultFound:
            job_id = None
        session.execute(text("INSERT INTO claims (job) VALUES (:job)"), {"job": job_id})
        session.commit()
