from celery import shared_task

from choirs.db import SessionLocal
from choirs.models import Invitation
from choirs.singers import singers


@shared_task(name="choirs.tasks.invite")
def invite(choir: int) -> None:  # expect CEL111: def invite
    """Invite the singers of a choir."""
    with SessionLocal() as session:
        for singer in singers(choir):
            session.add(Invitation(singer=singer))
        session.commit()
