from contextlib import contextmanager

from .models import Loan


def extend(session, loan_id: int) -> None:
    loan = session.get_one(Loan, loan_id)
    loan.days += 7
    session.flush()


@contextmanager
def one_loan(session):
    savepoint = session.begin_nested()
    try:
        yield
        savepoint.commit()
    except Exception:
        savepoint.rollback()
        raise
