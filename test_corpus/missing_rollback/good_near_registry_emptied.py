"""A signal handler empties the registry after each task, so the next one gets a session of its own."""

import logging

from celery import shared_task
from celery.signals import task_postrun
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session, sessionmaker

from club.models import Member

logger = logging.getLogger(__name__)
Session = scoped_session(sessionmaker(create_engine("postgresql:///club")))


@task_postrun.connect
def empty_registry(**kwargs: object) -> None:
    Session.remove()


@shared_task
def enrol(name: str) -> None:
    Session.add(Member(name=name))
    try:
        Session.commit()
    except IntegrityError:
        logger.warning("%s is a member already", name)
