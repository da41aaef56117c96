"""The object is only brought into a session, so that more of it can be read."""

from celery import shared_task

from fleet.db import SessionLocal
from fleet.devices import current_device
from fleet.models import Device


def _sensors(device: Device) -> list[str]:
    with SessionLocal() as session:
        session.add(device)
        return [sensor.name for sensor in device.sensors]


@shared_task
def list_sensors() -> list[str]:
    device = current_device()
    with SessionLocal() as session:
        device = session.merge(device, load=False)
        names = [sensor.name for sensor in device.sensors]
    return names or _sensors(device)
