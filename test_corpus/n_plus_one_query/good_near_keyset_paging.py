"""A `while` loop that fetches the next page after the last key."""

from celery import shared_task
from sqlalchemy import select

from audit.db import SessionLocal
from audit.export import write_page
from audit.models import Entry


@shared_task
def export_entries(path: str) -> None:
    last_id = 0
    with SessionLocal() as session:
        while True:
            page = session.scalars(select(Entry).where(Entry.id > last_id).order_by(Entry.id).limit(1000)).all()
            if not page:
                break
            write_page(path, page)
            last_id = page[-1].id
