"""Nothing is written; the attribute is set on what is no row of the session."""

from celery import shared_task
from sqlalchemy import select

from fleet.db import SessionLocal
from fleet.models import Device
from fleet.reports import Report


@shared_task
def report() -> None:
    with SessionLocal() as session:
        devices = session.scalars(select(Device)).all()
        summary = Report()
        summary.count = len(devices)
    summary.send()
