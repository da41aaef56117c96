"""Each item is loaded anew in a session and a transaction of its own."""

from celery import shared_task
from sqlalchemy import select

from clubs.db import SessionLocal
from clubs.models import Invitation


@shared_task
def send_invitations(invitation_ids: list[int]) -> None:
    for invitation_id in invitation_ids:
        with SessionLocal() as session:
            invitation = session.scalars(select(Invitation).where(Invitation.id == invitation_id)).one()
            invitation.state = "sent"
            session.commit()
