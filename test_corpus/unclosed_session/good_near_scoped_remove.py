"""`remove()` of the registry closes the thread's session."""

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from surveys.models import Answer

engine = create_engine("mysql+pymysql://localhost/surveys")
Session = scoped_session(sessionmaker(bind=engine))


@shared_task
def store_answer(survey_id: int, text: str) -> None:
    session = Session()
    try:
        session.add(Answer(survey_id=survey_id, text=text))
        session.commit()
    finally:
        Session.remove()
