"""The query is what the loop runs over: it is sent once."""

from celery import shared_task
from sqlalchemy import select

from gym.db import SessionLocal
from gym.models import Membership


@shared_task
def end_memberships(day: str) -> list[int]:
    with SessionLocal() as session:
        for membership in session.scalars(select(Membership).where(Membership.ends_on == day)):
            membership.active = False
        session.commit()
        return [row.id for row in session.execute(select(Membership.id).where(Membership.ends_on == day))]
