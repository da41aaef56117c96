"""Each item has a session of its own, or claims one row at a time under a lock."""

from celery import shared_task
from sqlalchemy import select

from shop.db import SessionLocal
from shop.models import Job, Shelf


@shared_task
def count_shelves(shelf_ids: list[int]) -> None:
    for shelf_id in shelf_ids:
        with SessionLocal() as session:
            session.get_one(Shelf, shelf_id).count()
            session.commit()


@shared_task
def work_off(kinds: list[str]) -> None:
    with SessionLocal() as session:
        for kind in kinds:
            job = session.scalars(select(Job).where(Job.kind == kind).with_for_update(skip_locked=True)).first()
            if job:
                job.run()
            session.commit()
