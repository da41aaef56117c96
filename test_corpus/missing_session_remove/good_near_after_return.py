"""The base class of the tasks removes the session when one ends."""

from celery import Task, shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.models import Pallet
from depot.settings import DATABASE_URL

Session = scoped_session(sessionmaker(create_engine(DATABASE_URL)))


class DatabaseTask(Task):
    def after_return(self, *args, **kwargs):
        Session.remove()


@shared_task(base=DatabaseTask)
def weigh(pallet_id: int) -> None:
    Session.get(Pallet, pallet_id).weigh()
    Session.commit()
