"""The block commits when it is left."""

from celery import shared_task
from sqlalchemy.orm import Session

from fleet.db import SessionLocal, engine
from fleet.models import Device


@shared_task
def register_device(serial: str) -> None:
    with SessionLocal.begin() as session:
        session.add(Device(serial=serial))


@shared_task
def register_devices(serials: list[str]) -> None:
    with Session(engine) as session, session.begin():
        session.add_all([Device(serial=serial) for serial in serials])
