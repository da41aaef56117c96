"""The order stands where the statement is built, or on the subquery that is read."""

from celery import shared_task
from sqlalchemy import select

from newsletter.db import SessionLocal
from newsletter.models import Reader
from newsletter.stats import count


@shared_task
def count_readers(only_active: bool) -> None:
    statement = select(Reader)
    if only_active:
        statement = statement.where(Reader.active)
    statement = statement.order_by(Reader.id)
    with SessionLocal() as session:
        for offset in range(0, 10_000, 100):
            count(session.scalars(statement.offset(offset).limit(100)).all())


@shared_task
def count_best() -> None:
    best = select(Reader.id).order_by(Reader.score).subquery()
    with SessionLocal() as session:
        for offset in range(0, 10_000, 100):
            count(session.scalars(select(best.c.id).offset(offset).limit(100)).all())
