"""The options may name a pool that keeps nothing."""

from celery import shared_task
from sqlalchemy import create_engine, text

from reports.settings import ENGINE_OPTIONS, pool_class


@shared_task
def analyse(url: str) -> None:
    with create_engine(url, **ENGINE_OPTIONS).connect() as connection:
        connection.execute(text("ANALYZE"))
    with create_engine(url, poolclass=pool_class()).connect() as connection:
        connection.execute(text("ANALYZE"))
