from celery import shared_task

from fleet.db import SessionLocal
from fleet.models import Device


@shared_task
def register_device(serial: str) -> None:
    with SessionLocal() as session:
        session.add(Device(serial=serial))  # expect CEL306: session.add(Device(serial=serial))
        session.flush()
