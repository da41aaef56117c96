"""A task with the database of the web application: its context, a commit, a rollback, and an empty registry."""

from celery import shared_task

from helpdesk import db
from helpdesk.models import Ticket


@shared_task(time_limit=60)
def close_ticket(ticket_id: int) -> None:
    """Close a ticket."""
    from helpdesk import create_app

    app = create_app()
    with app.app_context():
        try:
            ticket = db.session.get(Ticket, ticket_id)
            ticket.status = "closed"
            db.session.commit()
        except Exception:
            db.session.rollback()
            raise
        finally:
            db.session.remove()
