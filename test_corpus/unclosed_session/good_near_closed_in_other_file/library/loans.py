def leave(session, *, reason: str) -> None:
    print(reason)
    _leave(session)


def _leave(session) -> None:
    session.close()
