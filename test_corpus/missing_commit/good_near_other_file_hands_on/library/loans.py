from .models import Base

open_sessions = []


def keep(session, loan) -> None:
    print(loan.id, Base.metadata)
    open_sessions.append(session)
