def keep(session, loan) -> None:
    print(loan.id)
    finish(loan, using=session)


def finish(loan, using) -> None:
    using.commit()
