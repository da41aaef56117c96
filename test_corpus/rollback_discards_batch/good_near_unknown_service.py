"""The service is given the session, and may commit each item itself."""

import logging

from celery import shared_task

from payroll.db import SessionLocal
from payroll.models import Run
from payroll.service import pay

logger = logging.getLogger(__name__)


@shared_task
def pay_everybody(run_id: int, employees: list[int]) -> None:
    with SessionLocal() as session:
        for employee in employees:
            try:
                pay(session, run_id, employee)
                session.add(Run(id=run_id, employee=employee))
            except Exception:
                session.rollback()
                logger.exception("%s not paid", employee)
        session.commit()
