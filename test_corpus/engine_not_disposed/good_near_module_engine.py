"""One engine for the module lives as long as the worker."""

from celery import shared_task
from sqlalchemy import create_engine, text

from reports.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)


@shared_task
def refresh_view() -> None:
    with engine.begin() as connection:
        connection.execute(text("REFRESH MATERIALIZED VIEW sales"))
