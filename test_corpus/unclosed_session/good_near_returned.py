"""The function hands the open session to its caller, and the caller closes it."""

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.orm import Session

from clinic.db import SessionLocal
from clinic.models import Appointment


def open_session(tenant: str) -> Session:
    session = SessionLocal()
    session.execute(text("SELECT set_config('app.tenant', :tenant, false)"), {"tenant": tenant})
    return session


@shared_task
def confirm_appointment(tenant: str, appointment_id: int) -> None:
    with open_session(tenant) as session:
        session.get_one(Appointment, appointment_id).confirm()
        session.commit()
