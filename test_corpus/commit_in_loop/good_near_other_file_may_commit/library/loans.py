def extend(session, loan) -> None:
    loan.days += 7
    if len(session.dirty) > 500:
        session.commit()
