from .models import Complaint


def note(session, number: int) -> None:
    session.add(Complaint(loan_id=number))
    finish(session)


def finish(session) -> None:
    session.commit()
