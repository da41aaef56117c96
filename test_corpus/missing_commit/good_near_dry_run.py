"""The work is undone on purpose, or only if the caller wants it."""

from celery import shared_task

from fleet.db import SessionLocal
from fleet.models import Device


@shared_task
def check_serials(serials: list[str]) -> int:
    with SessionLocal() as session:
        session.add_all([Device(serial=serial) for serial in serials])
        session.flush()
        session.rollback()
    return len(serials)


@shared_task
def import_serials(serials: list[str], dry_run: bool = True) -> None:
    with SessionLocal() as session:
        session.add_all([Device(serial=serial) for serial in serials])
        session.flush()
        if not dry_run:
            session.commit()
