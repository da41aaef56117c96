"""What the helper and the caller give may be ordered."""

from celery import shared_task
from sqlalchemy import Select, select

from newsletter.db import SessionLocal
from newsletter.models import Reader
from newsletter.sorting import sorted_for
from newsletter.stats import count


@shared_task
def count_sorted(column: str) -> None:
    statement = sorted_for(select(Reader), column)
    with SessionLocal() as session:
        for offset in range(0, 10_000, 100):
            count(session.scalars(statement.offset(offset).limit(100)).all())
            _count_page(select(Reader).order_by(Reader.id), offset)


def _count_page(statement: Select, offset: int) -> None:
    with SessionLocal() as session:
        for start in (offset, offset + 50):
            count(session.scalars(statement.offset(start).limit(50)).all())
