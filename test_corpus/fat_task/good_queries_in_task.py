from celery import shared_task

from clinic.db import SessionLocal


@shared_task(name="clinic.tasks.plan_day")
def plan_day(day: str) -> int:
    from clinic.services import planning

    session = SessionLocal()
    try:
        planned = planning.plan(session, day)
        session.commit()
        return planned
    finally:
        session.close()
