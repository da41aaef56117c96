"""The error is that of one item, or of a step beside the work."""

from celery import shared_task

from payroll.mail import deliver
from payroll.models import Employee, Payslip


def try_to_mail(payslip: Payslip) -> dict[str, object]:
    try:
        deliver(payslip)
    except Exception as error:
        return {"id": payslip.id, "error": str(error)}
    return {"id": payslip.id}


@shared_task
def mail_payslips(month: str) -> list[dict[str, object]]:
    return [try_to_mail(payslip) for payslip in Payslip.of(month)]


@shared_task
def hire(name: str) -> dict[str, object]:
    employee = Employee.create(name)
    employee.open_account()
    try:
        deliver(employee.welcome())
    except Exception as error:
        return {"id": employee.id, "mail_error": str(error)}
    return {"id": employee.id}
