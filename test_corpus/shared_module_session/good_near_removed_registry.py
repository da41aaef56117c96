"""After every task the registry closes the session that it gave."""

from celery import shared_task
from celery.signals import task_postrun
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from chess.models import Rating
from chess.settings import DATABASE_URL

Session = scoped_session(sessionmaker(bind=create_engine(DATABASE_URL)))
db = Session()


@task_postrun.connect
def remove_session(**_: object) -> None:
    Session.remove()


@shared_task
def rate(player: str, points: int) -> None:
    db.add(Rating(player=player, points=points))
    db.commit()
