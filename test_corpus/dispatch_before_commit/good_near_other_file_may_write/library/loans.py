from .models import Complaint


def note(session, number: int) -> None:
    if number > 1000:
        session.add(Complaint(loan_id=number))
