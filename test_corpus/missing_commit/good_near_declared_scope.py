# settings: session-factories = ["open_session"]
"""What `open_session` does when it is left cannot be seen."""

from celery import shared_task

from fleet.db import open_session
from fleet.models import Device


@shared_task
def register_device(serial: str) -> None:
    with open_session() as session:
        session.add(Device(serial=serial))
