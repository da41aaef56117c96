from collections.abc import Iterator

from celery import shared_task
from sqlalchemy import create_engine, text
from sqlalchemy.engine import CursorResult

from ledger.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)


def _sales(month: str) -> CursorResult:
    connection = engine.connect()  # expect CEL301: engine.connect()
    return connection.execute(text("SELECT cents FROM sales WHERE month = :month"), {"month": month})


def _cents(month: str) -> Iterator[int]:
    connection = engine.connect()  # expect CEL301: engine.connect()
    rows = connection.execute(text("SELECT cents FROM sales WHERE month = :month"), {"month": month})
    return (row.cents for row in rows)


@shared_task
def revenue(month: str) -> int:
    return sum(row.cents for row in _sales(month)) + sum(_cents(month))
