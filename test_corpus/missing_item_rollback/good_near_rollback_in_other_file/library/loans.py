from .models import Loan


def extend(session, loan_id: int) -> None:
    loan = session.get_one(Loan, loan_id)
    loan.days += 7
    session.flush()


class Loans:
    @staticmethod
    def settle(session, is_sound: bool) -> None:
        if not is_sound:
            session.rollback()
