def leave(session, *, reason: str) -> None:
    print(reason, session.is_active)
