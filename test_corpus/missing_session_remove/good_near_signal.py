"""A receiver removes the session after each task."""

from celery import shared_task
from celery.signals import task_postrun
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.models import Pallet
from depot.settings import DATABASE_URL

Session = scoped_session(sessionmaker(create_engine(DATABASE_URL)))


@task_postrun.connect
def clean_up(**kwargs) -> None:
    Session.remove()


@shared_task
def weigh(pallet_id: int) -> None:
    Session.get(Pallet, pallet_id).weigh()
    Session.commit()
