from .models import Complaint


def note(session, number: int) -> None:
    session.add(Complaint(loan_id=number))
    session.flush()
