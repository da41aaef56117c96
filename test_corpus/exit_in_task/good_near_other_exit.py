"""Methods that are called like it, and a function that is handed to another program."""

import sys

from celery import shared_task

from terminal.sessions import Session, on_interrupt


def leave(signal_number: int) -> None:
    sys.exit(signal_number)


@shared_task
def close_session(session_id: str) -> None:
    on_interrupt(leave)
    session = Session.open(session_id)
    session.exit()
    session.quit()
