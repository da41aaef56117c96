from celery import shared_task

from .db import LocalSession
from .loans import complain, extend


@shared_task
def extend_all(loan_ids: list[int]) -> None:
    with LocalSession() as session:
        for loan_id in loan_ids:
            try:
                extend(session, loan_id)
            except Exception:
                complain(session, loan_id)
        session.commit()
