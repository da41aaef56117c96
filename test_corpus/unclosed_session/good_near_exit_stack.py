"""`closing` and `ExitStack` close what is handed to them."""

from contextlib import ExitStack, closing

from celery import shared_task
from sqlalchemy import create_engine, text

from payroll.db import SessionLocal
from payroll.models import Payslip

archive = create_engine("postgresql+psycopg://localhost/payroll_archive")


@shared_task
def archive_payslip(payslip_id: int) -> None:
    with ExitStack() as stack:
        session = stack.enter_context(SessionLocal())
        payslip = session.get_one(Payslip, payslip_id)
        target = stack.enter_context(closing(archive.connect()))
        target.execute(text("INSERT INTO payslips VALUES (:id, :body)"), {"id": payslip_id, "body": payslip.body})
        target.commit()
