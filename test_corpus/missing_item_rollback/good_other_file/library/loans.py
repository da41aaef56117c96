from .models import Complaint, Loan


def extend(session, loan_id: int) -> None:
    loan = session.get_one(Loan, loan_id)
    loan.days += 7
    session.flush()


def complain(session, loan_id: int) -> None:
    undo(session)
    session.add(Complaint(loan_id=loan_id))


def undo(session) -> None:
    session.rollback()
