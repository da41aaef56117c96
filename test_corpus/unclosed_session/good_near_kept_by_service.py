"""A service that is made with the session asks the database nothing yet; from then on a `finally` closes it."""

from celery import shared_task

from ledger.db import SessionLocal
from ledger.reports import MonthlyReport


@shared_task
def build_report(month: str) -> str:
    session = SessionLocal()
    report = MonthlyReport(session)
    try:
        return report.build(month)
    finally:
        session.close()
