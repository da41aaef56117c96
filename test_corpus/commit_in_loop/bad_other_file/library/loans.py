def extend(session, loan) -> None:
    loan.days += 7
    store(session, loan)


def store(session, loan) -> None:
    session.add(loan)
    session.commit()
