import sqlalchemy
from celery import shared_task
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from warehouse.models import Shelf


@shared_task
def empty_shelf(url: str, shelf_id: int) -> None:
    with Session(sqlalchemy.create_engine(url, poolclass=NullPool)) as session:
        session.get_one(Shelf, shelf_id).content = None
        session.commit()


@shared_task
def truncate(url: str) -> None:
    with sqlalchemy.create_engine(url, poolclass=NullPool).begin() as connection:
        connection.execute(sqlalchemy.text("TRUNCATE shelves"))
