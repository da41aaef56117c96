"""Flask's own registry is emptied with the context of the app, and a base class may empty any."""

import logging

from celery import Task, shared_task
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session, sessionmaker

from club.extensions import db
from club.models import Member

logger = logging.getLogger(__name__)
Session = scoped_session(sessionmaker(create_engine("postgresql:///club")))


class Emptying(Task):
    def after_return(self, *args: object, **kwargs: object) -> None:
        Session.registry.clear()


@shared_task
def enrol(name: str) -> None:
    db.session.add(Member(name=name))
    try:
        db.session.commit()
    except IntegrityError:
        logger.warning("%s is a member already", name)


@shared_task(base=Emptying)
def enrol_again(name: str) -> None:
    Session.add(Member(name=name))
    try:
        Session.commit()
    except IntegrityError:
        logger.warning("%s is a member already", name)


@shared_task
def enrol_in_own_session(name: str) -> None:
    with Session() as session:
        session.add(Member(name=name))
        try:
            session.commit()
        except IntegrityError:
            logger.warning("%s is a member already", name)
