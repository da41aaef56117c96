def keep(session, loan) -> None:
    session.flush()
    print(loan.id)
