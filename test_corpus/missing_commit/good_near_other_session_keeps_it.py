"""The row is changed after its session has ended, and given to another one, or it saves itself."""

from celery import shared_task
from sqlalchemy.orm import Session

from library.database import db, engine
from library.models import Document


@shared_task
def count_words(document_id, words):
    with Session(engine) as session:
        document = session.get(Document, document_id)
    document.word_count += words
    db.session.add(document)
    db.session.commit()


@shared_task
def rename(document_id, title):
    with Session(engine) as session:
        document = session.get(Document, document_id)
        document.title = title
        document.save()


@shared_task
def mask(document_id):
    with Session(engine) as session:
        document = session.get(Document, document_id)
        session.expunge_all()
        document.secret = "***"
        return document.title
