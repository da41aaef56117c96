"""The service is given the session and may commit."""

from celery import shared_task

from fleet.db import SessionLocal
from fleet.models import Device
from fleet.service import DeviceService, announce


@shared_task
def register_device(serial: str) -> None:
    with SessionLocal() as session:
        session.add(Device(serial=serial))
        announce(session, serial)


@shared_task
def replace_device(serial: str) -> None:
    with SessionLocal() as session:
        service = DeviceService(session)
        session.add(Device(serial=serial))
        service.finish()
