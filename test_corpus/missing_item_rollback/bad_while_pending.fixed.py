import logging

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import sessionmaker

from archive.models import Document

logger = logging.getLogger(__name__)
new_session = sessionmaker(create_engine("postgresql+psycopg://localhost/archive"))


@shared_task(acks_late=True)
def file_documents(pending: list[dict]) -> None:
    with new_session() as session:
        while pending:
            fields = pending.pop()
            try:
                with session.begin_nested():
                    session.merge(Document(**fields))
                    session.flush()
            except (DataError, IntegrityError) as error:
                logger.warning("document %s refused: %s", fields["number"], error)
        session.commit()
