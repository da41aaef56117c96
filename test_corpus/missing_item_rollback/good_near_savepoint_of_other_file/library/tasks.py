"""Each item is done in a savepoint, which a context manager of another file begins."""

from celery import shared_task

from .db import LocalSession
from .loans import extend, one_loan


@shared_task
def extend_all(loan_ids: list[int]) -> None:
    failed = 0
    with LocalSession() as session:
        for loan_id in loan_ids:
            try:
                with one_loan(session):
                    extend(session, loan_id)
            except Exception:
                failed += 1
        session.commit()
    print(failed)
