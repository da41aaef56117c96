def check(session, number: int) -> None:
    store(session)
    print(number)


def store(session) -> None:
    session.commit()
