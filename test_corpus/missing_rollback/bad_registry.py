import logging

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session, sessionmaker

from club.models import Member

logger = logging.getLogger(__name__)
Session = scoped_session(sessionmaker(create_engine("postgresql:///club")))


@shared_task
def enrol(name: str) -> None:
    Session.add(Member(name=name))
    try:
        Session.commit()
    except IntegrityError:  # expect CEL304: except IntegrityError
        logger.warning("%s is a member already", name)


@shared_task
def enrol_all(names: list[str]) -> int:
    session = Session()
    try:
        session.add_all([Member(name=name) for name in names])
        session.commit()
        return len(names)
    except Exception:  # expect CEL304: except Exception
        logger.exception("not enrolled")
        return 0
