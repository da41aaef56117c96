"""The `with` statement closes the session, whatever happens inside."""

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from parking.models import Ticket

engine = create_engine("postgresql+psycopg://localhost/parking")
make_session = sessionmaker(engine)


@shared_task
def cancel_ticket(ticket_id: int, reason: str) -> None:
    with make_session.begin() as session:
        session.get_one(Ticket, ticket_id).cancel(reason)


@shared_task
def ticket_state(ticket_id: int) -> str:
    session = make_session()
    with session:
        return session.get_one(Ticket, ticket_id).state
