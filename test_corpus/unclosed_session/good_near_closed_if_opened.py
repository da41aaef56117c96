"""The session is closed on every way out on which it was opened."""

from celery import shared_task

from surveys.db import SessionLocal
from surveys.models import Survey


@shared_task
def close_survey(survey_id: int, dry_run: bool = False) -> str:
    session = None
    try:
        if dry_run:
            return "nothing done"
        session = SessionLocal()
        survey = session.get(Survey, survey_id)
        survey.closed = True
        session.commit()
        return survey.title
    finally:
        if session is not None:
            session.close()
