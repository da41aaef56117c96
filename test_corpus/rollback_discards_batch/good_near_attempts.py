"""The loop is one of attempts at the same work; nothing was done before it."""

from celery import shared_task
from sqlalchemy.exc import OperationalError

from stock.db import SessionLocal
from stock.models import Movement


@shared_task
def book(article: str, amount: int) -> None:
    with SessionLocal() as session:
        for _ in range(3):
            try:
                session.add(Movement(article=article, amount=amount))
                session.flush()
                break
            except OperationalError:
                session.rollback()
        session.commit()
