def check(session, number: int) -> None:
    session.flush()
    print(number)
