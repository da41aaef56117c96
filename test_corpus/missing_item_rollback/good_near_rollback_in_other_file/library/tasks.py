"""A function of another file rolls back, outside the handler, where the item has failed."""

from celery import shared_task

from .db import LocalSession
from .loans import Loans, extend


@shared_task
def extend_all(loan_ids: list[int]) -> None:
    with LocalSession() as session:
        for loan_id in loan_ids:
            is_sound = True
            try:
                extend(session, loan_id)
            except Exception:
                is_sound = False
            Loans.settle(session, is_sound)
        session.commit()
