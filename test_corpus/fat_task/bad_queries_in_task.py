from celery import shared_task

from clinic.db import SessionLocal
from clinic.models import Appointment, Doctor, Patient, Room


@shared_task(name="clinic.tasks.plan_day")
def plan_day(day: str) -> int:  # expect CEL114: def plan_day
    session = SessionLocal()
    try:
        doctors = session.query(Doctor).filter(Doctor.on_duty == day).all()
        rooms = session.query(Room).filter(Room.is_free).all()
        patients = session.query(Patient).filter(Patient.wants == day).all()
        taken = session.query(Appointment).filter(Appointment.day == day).count()
        for patient, doctor, room in zip(patients, doctors, rooms, strict=False):
            session.add(Appointment(patient=patient, doctor=doctor, room=room, day=day))
        session.commit()
        return taken + len(patients)
    finally:
        session.close()
