"""The loop only builds the query: it is sent once, after the loop."""

from celery import shared_task

from cars.db import SessionLocal
from cars.models import Car


@shared_task
def saved_search(filters: dict[str, str]) -> list[int]:
    with SessionLocal() as session:
        query = session.query(Car.id)
        for field, value in filters.items():
            query = query.filter(getattr(Car, field) == value)
        return [row.id for row in query.limit(100).all()]
