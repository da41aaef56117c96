"""Each item has a session of its own, so its rollback undoes nothing else."""

from celery import shared_task

from tickets.db import SessionLocal
from tickets.models import Audit, Ticket


@shared_task
def close_tickets(ticket_ids: list[int]) -> None:
    for ticket_id in ticket_ids:
        session = SessionLocal()
        try:
            session.add(Ticket(id=ticket_id, open=False))
            session.flush()
        except Exception:
            session.rollback()
        finally:
            session.close()
    with SessionLocal() as session:
        session.add(Audit(count=len(ticket_ids)))
        session.commit()
