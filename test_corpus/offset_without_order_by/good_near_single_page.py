"""One page, no loop; or the same page again and again, since its rows are gone when they are done."""

from celery import shared_task
from sqlalchemy import select

from newsletter.db import SessionLocal
from newsletter.models import Bounce, Reader
from newsletter.stats import count


@shared_task
def count_page(page: int) -> None:
    with SessionLocal() as session:
        count(session.scalars(select(Reader).offset(page * 100).limit(100)).all())


@shared_task
def clear_bounces() -> None:
    with SessionLocal() as session:
        while bounces := session.scalars(select(Bounce).offset(0).limit(100)).all():
            for bounce in bounces:
                session.delete(bounce)
            session.commit()
