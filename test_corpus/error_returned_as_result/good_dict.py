import logging

from celery import shared_task

from payroll.ledger import post_salary
from payroll.models import Employee

logger = logging.getLogger(__name__)


@shared_task(name="payroll.pay")
def pay(employee_id: int, month: str) -> dict[str, object]:
    try:
        employee = Employee.load(employee_id)
        return {"status": "paid", "entry": post_salary(employee, month)}
    except Exception:
        logger.exception("salary of %s not posted", employee_id)
        raise
