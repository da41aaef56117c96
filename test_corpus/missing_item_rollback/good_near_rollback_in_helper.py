"""The handler gives the session to a helper, which rolls back."""

import logging

from celery import shared_task
from sqlalchemy.orm import Session

from imports.db import SessionLocal
from imports.models import Failure
from imports.service import load_file

logger = logging.getLogger(__name__)


def _note_failure(session: Session, path: str, error: Exception) -> None:
    session.rollback()
    session.add(Failure(path=path, message=str(error)))
    session.commit()


@shared_task
def load_files(paths: list[str]) -> None:
    with SessionLocal() as session:
        for path in paths:
            try:
                load_file(session, path)
                session.commit()
            except Exception as error:
                _note_failure(session, path, error)
