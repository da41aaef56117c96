"""The context manager of the project commits."""

from collections.abc import Iterator
from contextlib import contextmanager

from celery import shared_task
from sqlalchemy.orm import Session

from fleet.db import SessionLocal
from fleet.models import Device


@contextmanager
def session_scope() -> Iterator[Session]:
    session = SessionLocal()
    try:
        yield session
        session.commit()
    finally:
        session.close()


@shared_task
def register_device(serial: str) -> None:
    with session_scope() as session:
        session.add(Device(serial=serial))
