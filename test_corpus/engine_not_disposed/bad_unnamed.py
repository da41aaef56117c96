import sqlalchemy
from celery import shared_task
from sqlalchemy.orm import Session

from warehouse.models import Shelf


@shared_task
def empty_shelf(url: str, shelf_id: int) -> None:
    with Session(sqlalchemy.create_engine(url)) as session:  # expect CEL308: sqlalchemy.create_engine(url)
        session.get_one(Shelf, shelf_id).content = None
        session.commit()


@shared_task
def truncate(url: str) -> None:
    with sqlalchemy.create_engine(url).begin() as connection:  # expect CEL308: sqlalchemy.create_engine(url)
        connection.execute(sqlalchemy.text("TRUNCATE shelves"))
