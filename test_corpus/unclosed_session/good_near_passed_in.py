"""The helper gets its session from the task, which closes it."""

from celery import shared_task
from sqlalchemy import select
from sqlalchemy.orm import Session

from fleet.db import SessionLocal
from fleet.models import Vehicle


def _due_for_service(session: Session, mileage: int) -> list[int]:
    return list(session.scalars(select(Vehicle.id).where(Vehicle.mileage > mileage)))


@shared_task
def list_due_vehicles(mileage: int) -> list[int]:
    with SessionLocal() as session:
        return _due_for_service(session, mileage)
