from .mail import tell


def extend(session, loan) -> None:
    loan.days += 7
    session.commit()
    tell(loan)
