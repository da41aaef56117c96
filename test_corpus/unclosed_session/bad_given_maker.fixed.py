from celery import shared_task
from sqlalchemy import text

from harbour.clock_database import _get_clock_session_maker


@shared_task
def count_badges() -> int:
    ClockSession = _get_clock_session_maker()
    with ClockSession() as session:
        return session.scalar(text("SELECT count(*) FROM badges"))
