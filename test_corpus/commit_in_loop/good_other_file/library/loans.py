def extend(session, loan) -> None:
    loan.days += 7
    session.add(loan)
